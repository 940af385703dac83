import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { beijingDate, beijingParts, wallMinute } from './beijing.js';

const YEAR_IN_SIGHT_MS = 180 * 86_400_000;

/** `11月22日 14:05` in 北京时间; with the year when it is far from `now`. */
function momentWords(iso: string, t: TFunction, now: number): string {
  const ms = Date.parse(iso);
  const { year, month, day } = beijingParts(ms);
  const far = Math.abs(now - ms) > YEAR_IN_SIGHT_MS;
  const date = far ? t('time.fullDay', { year, month, day }) : t('time.monthDay', { month, day });
  return `${date} ${wallMinute(ms)}`;
}

/** `14:05` today, `11-21` on any other Beijing day. */
function shortWords(ms: number, now: number): string {
  return beijingDate(ms) === beijingDate(now) ? wallMinute(ms) : beijingDate(ms).slice(5);
}

/** Says instants (ISO UTC) in the page's language. */
export function useMoment(): (iso: string) => string {
  const { t } = useTranslation();
  return (iso) => momentWords(iso, t, Date.now());
}

interface MomentProps {
  at: string;
  /** `short`: the time of day if it is today, else the day. */
  show?: 'moment' | 'short';
}

/** An instant as 北京时间; hovering shows ISO 8601 UTC. */
export function Moment({ at, show = 'moment' }: MomentProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <time dateTime={at} title={`${moment(at)} ${t('time.beijing')} · ${at}`}>
      {show === 'short' ? shortWords(Date.parse(at), Date.now()) : moment(at)}
    </time>
  );
}
