import { useTranslation } from 'react-i18next';
import type { SourceHealth } from '../../contract/source.js';

const shapes: Record<SourceHealth, string> = {
  blind: 'M8 1.75 15 14H1zM8 6v4M8 11.75v.5',
  failing: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  silent: 'M2.5 8h.01M8 8h.01M13.5 8h.01',
  waiting: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.5V8l2.25 1.5',
  ok: 'M2.5 8.5 6.25 12.25 13.5 4.25',
  paused: 'M5.25 3v10M10.75 3v10',
};

/** The state of a source as sign, word and colour; hovering says what it means. */
export function HealthWord({ health }: { health: SourceHealth }) {
  const { t } = useTranslation();
  return (
    <span className={`health health-${health}`} title={t(`source.healthHint.${health}`)}>
      <svg viewBox="0 0 16 16" className="sign" aria-hidden="true">
        <path
          d={shapes[health]}
          fill="none"
          stroke="currentColor"
          strokeWidth={health === 'silent' ? 3 : 1.75}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t(`source.health.${health}`)}
    </span>
  );
}
