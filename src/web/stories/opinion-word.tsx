import { useTranslation } from 'react-i18next';
import type { StoryLine } from '../../contract/story.js';

const BARS = { I: 4, II: 3, III: 2, IV: 1 } as const;

/** Rising bars, as many filled as the talk is loud: never the shapes and colours of event levels. */
function Bars({ filled }: { filled: number }) {
  return (
    <svg viewBox="0 0 16 12" className="bars" aria-hidden="true">
      {[0, 1, 2, 3].map((n) => (
        <rect key={n} x={n * 4} y={9 - n * 3} width="3" height={3 + n * 3} className={n < filled ? 'full' : 'hollow'} />
      ))}
    </svg>
  );
}

/** 舆情等级, beside and apart from the event level. */
export function OpinionWord({ level }: { level: StoryLine['opinionLevel'] }) {
  const { t } = useTranslation();
  return (
    <span className="opinion" title={t('stories.opinion.hint')}>
      <Bars filled={level === null ? 0 : BARS[level]} />
      {t(`stories.opinion.${level ?? 'none'}`)}
    </span>
  );
}
