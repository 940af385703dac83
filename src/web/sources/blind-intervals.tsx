import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BlindInterval, BlindPage } from '../../contract/calm.js';
import { blindIntervalsQuery } from '../api/queries.js';
import { useBoardStore, useNow } from '../board/board-context.js';
import { useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { lengthWords } from './length.js';

const WEEK_MS = 7 * 86_400_000;
const SHOWN = 8;

/** Seconds of the interval that lie within the week; one that lasts ends now. */
function secondsOf({ since, until }: BlindInterval, now: number): number {
  const end = until === null ? now : Date.parse(until);
  return Math.max(0, end - Math.max(Date.parse(since), now - WEEK_MS)) / 1000;
}

function Interval({ one }: { one: BlindInterval }) {
  const { t } = useTranslation();
  const say = useSay();
  const moment = useMoment();
  const now = useNow();
  const to = one.until === null ? t('blindness.now') : moment(one.until);
  return (
    <li>
      <span>{t('blindness.span', { from: moment(one.since), to })}</span>
      <b className={one.until === null ? 'tone-overdue' : undefined}>{lengthWords(secondsOf(one, now), say)}</b>
      <span>
        {t(`blindness.cause.${one.cause}`)}
        {one.name !== null && ` · ${one.name}`}
      </span>
    </li>
  );
}

function Sum({ page }: { page: BlindPage }) {
  const { t } = useTranslation();
  const say = useSay();
  const now = useNow();
  const count = page.items.length;
  if (count === 0) return null;
  const seconds = page.items.reduce((sum, one) => sum + secondsOf(one, now), 0);
  const words = page.more
    ? t('blindness.sumMore', { count })
    : t('blindness.sum', { count, length: lengthWords(seconds, say) });
  return <span className="count">{words}</span>;
}

/** When we did not see in the last seven days, in words; absent while nobody can tell. */
export function BlindIntervals() {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const { data } = useQuery(blindIntervalsQuery(WEEK_MS, () => clock.now()));
  if (data === undefined) return null;
  return (
    <section className="report-block" aria-labelledby="blindness">
      <h2 id="blindness">
        {t('blindness.title')} <Sum page={data} />
      </h2>
      {data.items.length === 0 && <p className="quiet">{t('blindness.none')}</p>}
      <ol className="blindness">
        {data.items.slice(0, SHOWN).map((one) => (
          <Interval key={`${one.since}${one.cause}${one.sourceId}`} one={one} />
        ))}
      </ol>
      {data.items.length > SHOWN && <p className="quiet">{t('blindness.shown', { count: SHOWN })}</p>}
    </section>
  );
}
