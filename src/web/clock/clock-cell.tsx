import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../contract/clock.js';
import { useAt } from '../board/board-context.js';
import { ToneSign } from '../marks/signs.js';
import { clockWords, isOpenClock, standingOf } from './countdown.js';
import { Moment } from './moment.js';
import { useSay } from './say.js';

/** The words alone: the one part of a row that changes every second. */
function ClockWords({ clock }: { clock: ClockView }) {
  const say = useSay();
  return useAt((now) => clockWords(standingOf(clock, now), say));
}

/** A hairline as long as the share of the time that is gone. */
export function Gone({ clock, className = 'gone' }: { clock: Parameters<typeof standingOf>[0]; className?: string }) {
  const permille = useAt((now) => Math.round(standingOf(clock, now).gone * 1000));
  return (
    <span className={className} aria-hidden="true">
      <span className="gone-part" style={{ inlineSize: `${permille / 10}%` }} />
    </span>
  );
}

/** One clock of one incident: sign, words in fixed width, colour; below it the limit. */
export function ClockCell({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const tone = useAt((now) => standingOf(clock, now).tone);
  return (
    <div className={`clock tone-${tone}`}>
      <span className="clock-words">
        <ToneSign tone={tone} />
        <ClockWords clock={clock} />
      </span>
      {isOpenClock(clock) && <Gone clock={clock} />}
      <span className="clock-note">
        {t('clock.dueWord')} <Moment at={clock.dueAt} />
      </span>
    </div>
  );
}
