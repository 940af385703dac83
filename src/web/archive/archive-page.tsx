import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';
import { Mark } from '../marks/mark.js';
import { useNamePage } from '../shell/page-name.js';
import { ExportButton } from '../views/export-button.js';
import { SavedViews } from '../views/saved-views.js';
import { ArchiveFilters } from './archive-filters.js';
import { ArchiveList } from './archive-list.js';
import { archivePagesQuery } from './archive-queries.js';
import { type ArchiveSearch, filterOf, isNarrowed } from './archive-search.js';
import { SearchField } from './search-field.js';
import '../styles/report.css';
import '../styles/archive.css';

/** The api counts those that wait up to this many. */
const MOST_COUNTED = 1_000;

function NotYet({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return <span>{count < MOST_COUNTED ? t('archive.notYet', { count }) : t('archive.notYetMany', { count })}</span>;
}

function Nothing({ asked }: { asked: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Mark size={40} />
      <p className="empty-title">{t(asked ? 'archive.none' : 'archive.empty')}</p>
      <p>{t(asked ? 'archive.noneBody' : 'archive.emptyBody')}</p>
    </div>
  );
}

function Results({ search }: { search: ArchiveSearch }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery(archivePagesQuery(search));
  if (pages.error)
    return (
      <p className="form-refusal archive-refusal" role="alert">
        {refusalWords(pages.error, t)}
      </p>
    );
  if (!pages.data) return <p className="loading">{t('archive.loading')}</p>;
  const lines = pages.data.pages.flatMap(({ items }) => items);
  const { length: count } = lines;
  return (
    <section aria-label={t('archive.results')} aria-busy={pages.isPlaceholderData}>
      <p className="archive-sum" role="status">
        {pages.isPlaceholderData && <span>{t('archive.loading')}</span>}
        {count > 0 && <span>{t(pages.hasNextPage ? 'archive.shown' : 'archive.shownAll', { count })}</span>}
        <NotYet count={pages.data.pages[0]?.notYetIndexed ?? 0} />
      </p>
      {count === 0 ? <Nothing asked={search.q !== undefined || isNarrowed(search)} /> : <ArchiveList lines={lines} />}
      {pages.hasNextPage && (
        <div className="archive-more">
          <Button size="large" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t(pages.isFetchingNextPage ? 'archive.loadingMore' : 'archive.more', { count: 30 })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** 资料库: every article that was ever stored, by its words. */
export function ArchivePage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/archive' });
  useNamePage(t('archive.title'));
  return (
    <div className="report archive">
      <header className="report-head">
        <h1>{t('archive.title')}</h1>
        <p className="sheet-lead">{t('archive.lead')}</p>
      </header>
      <SearchField search={search} />
      <SavedViews page="archive" />
      <ArchiveFilters search={search}>
        <ExportButton path="/articles/exports" filter={filterOf(search)} name="huiying-articles.csv" />
      </ArchiveFilters>
      <Results search={search} />
    </div>
  );
}
