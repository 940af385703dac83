import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../contract/clock.js';
import { useNow } from '../board/board-context.js';
import { ToneSign } from '../marks/signs.js';
import { clockWords, isOpenClock, standingOf } from './countdown.js';
import { Moment } from './moment.js';
import { useSay } from './say.js';

/** One clock of one incident: sign, words in fixed width, colour; below it the limit; a hairline of the time that is gone. */
export function ClockCell({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const say = useSay();
  const standing = standingOf(clock, useNow());
  return (
    <div className={`clock tone-${standing.tone}`}>
      <span className="clock-words">
        <ToneSign tone={standing.tone} />
        {clockWords(standing, say)}
      </span>
      {isOpenClock(clock) && (
        <span className="gone" aria-hidden="true">
          <span className="gone-part" style={{ inlineSize: `${standing.gone * 100}%` }} />
        </span>
      )}
      <span className="clock-note">
        {t('clock.dueWord')} <Moment at={clock.dueAt} />
      </span>
    </div>
  );
}
