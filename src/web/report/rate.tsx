import { useTranslation } from 'react-i18next';
import type { Tally } from '../../contract/response-times.js';

/** Below this many a percentage says more than is known. */
const FEW = 5;

/** The on-time rate, always with its counts; of fewer than five, the counts alone. */
export function Rate({ tally, big = false }: { tally: Tally; big?: boolean }) {
  const { t } = useTranslation();
  const { met, due, onTimeRate } = tally;
  if (due === 0 || onTimeRate === null) return <span className="quiet">—</span>;
  const counts = `${met}/${due}`;
  const percent = `${(onTimeRate * 100).toFixed(1)}%`;
  if (due < FEW) {
    return (
      <span className={big ? 'rate-big' : undefined} title={t('report.fewHint')}>
        {counts}
        {big && <small>{t('report.fewHint')}</small>}
      </span>
    );
  }
  return (
    <span className={big ? 'rate-big' : undefined}>
      {percent} <small>{big ? t('report.of', { met, due }) : counts}</small>
    </span>
  );
}

/** Met, late and unanswered as lengths; the numbers stand beside it, so it is decoration to a reader. */
export function Bar({ tally }: { tally: Tally }) {
  const parts = [
    { key: 'met', count: tally.met },
    { key: 'late', count: tally.late },
    { key: 'open', count: tally.openOverdue },
  ].filter(({ count }) => count > 0);
  return (
    <span className="bar" aria-hidden="true">
      {parts.map(({ key, count }) => (
        <span key={key} className={`bar-${key}`} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}
