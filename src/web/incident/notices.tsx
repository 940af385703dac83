import { useInfiniteQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { NoticeLine, NoticesOfCase, NotSent } from '../../contract/notice.js';
import { noticesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import type { Tone } from '../clock/countdown.js';
import { Moment, useMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { useBureauName } from '../words/bureau-name.js';
import { channelWord } from '../words/channel-word.js';

function useReceiver(): (who: Pick<NoticeLine, 'name' | 'unit'>) => string {
  const { t } = useTranslation();
  const bureau = useBureauName();
  return ({ name, unit }) => {
    const house = unit === 'LEADERSHIP' ? t('journal.leadership') : unit === null ? null : bureau(unit);
    return [house, name].filter((word) => word !== null).join(' ') || t('told.person');
  };
}

/** What is to be said of a notice that has not arrived; null of one that has, or that waits for its first attempt. */
function useTrouble({ state, failures, heldUntil }: NoticeLine): string | null {
  const { t } = useTranslation();
  const moment = useMoment();
  if (state === 'held') return t('told.now.held', { time: heldUntil === null ? '' : moment(heldUntil) });
  if (state === 'failed' || state === 'closed') return t(`told.now.${state}`);
  return state === 'pending' && failures > 0 ? t('told.now.retrying') : null;
}

function toneOf({ state, failures }: NoticeLine): Tone {
  if (state === 'failed' || state === 'closed') return 'overdue';
  if (state === 'held') return 'waived';
  if (state === 'pending') return failures > 0 ? 'soon' : 'running';
  return 'met';
}

function Notice({ line }: { line: NoticeLine }) {
  const { t } = useTranslation();
  const receiver = useReceiver();
  const trouble = useTrouble(line);
  const tone = toneOf(line);
  return (
    <li>
      <span className="told-who">
        <b>{receiver(line)}</b> <span>{channelWord(line.channel, t)}</span>
      </span>
      <div className={`told-way tone-${tone}`}>
        <ToneSign tone={tone} />
        <ol>
          {line.receipts.map(({ state, at }) => (
            <li key={state}>
              {t(`told.state.${state}`)} <Moment at={at} show="short" />
            </li>
          ))}
          {trouble !== null && <li>{trouble}</li>}
        </ol>
      </div>
      {line.failures > 0 && (
        <small>
          {t('told.attempts', { count: line.attempts })}
          {line.lastFailure !== null && ` · ${t('told.lastFailure', { words: line.lastFailure })}`}
        </small>
      )}
    </li>
  );
}

/** One receiver who could not be told, with every way that was wanting. */
function Missed({ rows }: { rows: [NotSent, ...NotSent[]] }) {
  const { t } = useTranslation();
  const receiver = useReceiver();
  const [first] = rows;
  const channels = rows.flatMap(({ why }) => /^(\w+):/.exec(why ?? '')?.[1] ?? []);
  return (
    <li>
      <span className="told-who">
        <b>{receiver(first)}</b>
      </span>
      <span className="told-way tone-overdue">
        <ToneSign tone="overdue" />
        {t('told.notSent')} <Moment at={first.at} show="short" />
      </span>
      <small title={rows.map(({ why }) => why ?? '').join('\n')}>
        {t(`told.reason.${first.reason}`)}
        {channels.length > 0 && ` · ${channels.map((one) => channelWord(one, t)).join(t('list.comma'))}`}
      </small>
    </li>
  );
}

/** What one step could not tell one receiver stands together. */
function together(rows: readonly NotSent[]): [NotSent, ...NotSent[]][] {
  const groups = new Map<string, [NotSent, ...NotSent[]]>();
  for (const row of rows) {
    const key = [row.seq, row.unit, row.name, row.reason].join();
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function Told({ told: { items, notSent } }: { told: Pick<NoticesOfCase, 'items' | 'notSent'> }) {
  const { t } = useTranslation();
  if (items.length === 0 && notSent.length === 0) return <p className="quiet">{t('told.empty')}</p>;
  return (
    <ul className="told">
      {together(notSent).map((rows) => (
        <Missed key={`${rows[0].seq}-${rows[0].unit}-${rows[0].name}`} rows={rows} />
      ))}
      {items.map((line) => (
        <Notice key={line.id} line={line} />
      ))}
    </ul>
  );
}

/** 送达情况: who was told of the case, how, and how far it has come; and who could not be told. */
export function Notices({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, ...pages } = useInfiniteQuery(noticesQuery(incidentId));
  return (
    <section className="main-block" aria-labelledby="told">
      <h2 id="told">{t('told.title')}</h2>
      {data && <Told told={data} />}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('told.more')}
        </Button>
      )}
      {!data && !error && <p className="quiet">{t('told.loading')}</p>}
      {!data && error && (
        <p className="quiet" role="alert">
          {refusalWords(error, t)}{' '}
          <Button size="small" onClick={() => void refetch()}>
            {t('told.again')}
          </Button>
        </p>
      )}
    </section>
  );
}
