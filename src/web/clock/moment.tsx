import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { beijingDate, beijingParts, wallMinute } from './beijing.js';

const YEAR_IN_SIGHT_MS = 180 * 86_400_000;

/** `11月22日` in 北京时间; with the year when it is far from `now`. */
function dayWords(ms: number, t: TFunction, now: number): string {
  const { year, month, day } = beijingParts(ms);
  const far = Math.abs(now - ms) > YEAR_IN_SIGHT_MS;
  return far ? t('time.fullDay', { year, month, day }) : t('time.monthDay', { month, day });
}

/** `14:05` today, `11-21` on any other Beijing day. */
function shortWords(ms: number, now: number): string {
  return beijingDate(ms) === beijingDate(now) ? wallMinute(ms) : beijingDate(ms).slice(5);
}

/** Says instants (ISO UTC) as 北京时间 in the page's language: `11月22日 14:05`. */
export function useMoment(): (iso: string) => string {
  const { t } = useTranslation();
  return (iso) => `${dayWords(Date.parse(iso), t, Date.now())} ${wallMinute(Date.parse(iso))}`;
}

/** Says the day of an instant (ISO UTC) by 北京时间 in the page's language: `11月22日`. */
export function useDay(): (iso: string) => string {
  const { t } = useTranslation();
  return (iso) => dayWords(Date.parse(iso), t, Date.now());
}

/** `14:05` today, `11月22日 14:05` on any other Beijing day, for running text. */
export function useClockOrMoment(): (iso: string) => string {
  const moment = useMoment();
  return (iso) => {
    const ms = Date.parse(iso);
    return beijingDate(ms) === beijingDate(Date.now()) ? wallMinute(ms) : moment(iso);
  };
}

interface MomentProps {
  at: string;
  /**
   * `short`: the time of day if it is today, else the day. `day`: the day alone, where no more is known. `minute`: the time
   * of day alone, under the name of its day.
   */
  show?: 'moment' | 'short' | 'day' | 'minute';
}

/** An instant as 北京时间; hovering shows ISO 8601 UTC. */
export function Moment({ at, show = 'moment' }: MomentProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const ms = Date.parse(at);
  const words = {
    moment: () => moment(at),
    short: () => shortWords(ms, Date.now()),
    day: () => dayWords(ms, t, Date.now()),
    minute: () => wallMinute(ms),
  };
  return (
    <time dateTime={at} title={`${moment(at)} ${t('time.beijing')} · ${at}`}>
      {words[show]()}
    </time>
  );
}
