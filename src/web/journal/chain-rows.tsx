import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JournalRow, JournalRowPage } from '../../contract/journal.js';
import { refusalWords } from '../api/refusal-words.js';
import { beijingDate } from '../clock/beijing.js';
import { Mark } from '../marks/mark.js';
import { rowsQuery } from './chain-queries.js';
import { ChainRow } from './chain-row.js';
import type { ChainSearch } from './chain-search.js';

/** Rows in their order, those of one Beijing day together. */
function byDay(rows: JournalRow[]): { date: string; rows: JournalRow[] }[] {
  const days: { date: string; rows: JournalRow[] }[] = [];
  for (const row of rows) {
    const date = beijingDate(Date.parse(row.at));
    const last = days.at(-1);
    if (last?.date === date) last.rows.push(row);
    else days.push({ date, rows: [row] });
  }
  return days;
}

function Pages({ page: { newer, older }, search }: { page: JournalRowPage; search: ChainSearch }) {
  const { t } = useTranslation();
  const at = (place: Pick<ChainSearch, 'before' | 'after'>) => ({
    ...search,
    before: undefined,
    after: undefined,
    ...place,
  });
  if (newer === null && older === null) return null;
  return (
    <nav className="chain-pages" aria-label={t('chain.pager')}>
      {newer !== null && (
        <>
          <Link to="/journal" search={at({})}>
            {t('chain.newest')}
          </Link>
          <Link to="/journal" search={at({ after: newer })}>
            {t('chain.newer')}
          </Link>
        </>
      )}
      {older !== null && (
        <Link to="/journal" search={at({ before: older })}>
          {t('chain.older')}
        </Link>
      )}
    </nav>
  );
}

/** One page of rows, day by day, the newest first. */
export function ChainRows({ search }: { search: ChainSearch }) {
  const { t } = useTranslation();
  const { data, error, isPlaceholderData } = useQuery(rowsQuery(search));
  if (error)
    return (
      <p className="form-refusal" role="alert">
        {refusalWords(error, t)}
      </p>
    );
  if (!data) return <p className="loading">{t('chain.loading')}</p>;
  if (data.items.length === 0)
    return (
      <div className="empty">
        <Mark size={40} />
        <p className="empty-title">{t('chain.none')}</p>
        <p>{t('chain.noneBody')}</p>
      </div>
    );
  return (
    <section aria-label={t('chain.results')} aria-busy={isPlaceholderData}>
      {byDay(data.items).map(({ date, rows }) => (
        <section key={`${date} ${rows[0]?.seq}`} className="chain-day" aria-label={date}>
          <h2>{date}</h2>
          <ol>
            {rows.map((row) => (
              <ChainRow key={row.seq} row={row} />
            ))}
          </ol>
        </section>
      ))}
      <Pages page={data} search={search} />
    </section>
  );
}
