import { useTranslation } from 'react-i18next';
import type { WallName } from '../../contract/wall.js';
import { useNow } from '../board/board-context.js';
import { beijingParts, wallClock } from '../clock/beijing.js';
import { Mark } from '../marks/mark.js';
import { useWallSignal, useWallStore } from './wall-context.js';

/** How old the newest word of the server is, by the ear of this page. */
function Updated() {
  const { t } = useTranslation();
  const { state } = useWallSignal();
  const seconds = Math.floor((useWallStore().silence() ?? 0) / 1000);
  return (
    <span className={`wall-updated wall-updated-${state}`}>
      {state === 'live' ? t('wall.updated', { seconds }) : t(state === 'lost' ? 'signal.lostTitle' : `signal.${state}`)}
      <span className="wall-dot" aria-hidden="true" />
    </span>
  );
}

export function WallHead({ wall: { name, place } }: { wall: WallName }) {
  const { t } = useTranslation();
  const { clock } = useWallStore();
  const now = useNow();
  const { month, day, weekday } = beijingParts(now);
  return (
    <header className="wall-head">
      <Mark size={48} />
      <h1>{t('app.name')}</h1>
      <span className="wall-name">{[name, place].filter((part) => part !== '').join(' · ')}</span>
      <span className="wall-day">
        {t('time.monthDay', { month, day })} {t(`time.weekday.d${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)}
      </span>
      <time className="wall-time">{clock.steered ? wallClock(now) : '--:--:--'}</time>
      <Updated />
    </header>
  );
}
