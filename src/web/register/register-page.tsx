import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';
import { Mark } from '../marks/mark.js';
import { useNamePage } from '../shell/page-name.js';
import { ExportButton } from '../views/export-button.js';
import { SavedViews } from '../views/saved-views.js';
import { RegisterFilters } from './register-filters.js';
import { registerQuery } from './register-queries.js';
import { filterOf, isNarrowed, type RegisterSearch } from './register-search.js';
import { RegisterTable } from './register-table.js';
import '../styles/board.css';
import '../styles/report.css';
import '../styles/register.css';

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Mark size={40} />
      <p className="empty-title">{t(narrowed ? 'register.none' : 'register.empty')}</p>
      <p>{t(narrowed ? 'register.noneBody' : 'register.emptyBody')}</p>
    </div>
  );
}

function Listed({ search }: { search: RegisterSearch }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery(registerQuery(search));
  if (pages.error)
    return (
      <p className="form-refusal" role="alert">
        {refusalWords(pages.error, t)}
      </p>
    );
  if (!pages.data) return <p className="loading">{t('register.loading')}</p>;
  const lines = pages.data.pages.flatMap(({ items }) => items);
  const { length: count } = lines;
  return (
    <section aria-label={t('register.results')} aria-busy={pages.isPlaceholderData}>
      <p className="as-of" role="status">
        {count > 0 && t(pages.hasNextPage ? 'register.shown' : 'register.shownAll', { count })}
      </p>
      {count === 0 ? <Nothing narrowed={isNarrowed(search)} /> : <RegisterTable lines={lines} />}
      {pages.hasNextPage && (
        <div className="register-more">
          <Button size="large" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('register.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** 事件台账: every case there has been, also those that have left the board. */
export function RegisterPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/incidents' });
  useNamePage(t('register.title'));
  return (
    <div className="report register-page">
      <header className="report-head">
        <h1>{t('register.title')}</h1>
        <p className="sheet-lead">{t('register.lead')}</p>
      </header>
      <SavedViews page="register" />
      <RegisterFilters search={search}>
        <ExportButton path="/incidents/exports" filter={filterOf(search)} name="huiying-incidents.csv" />
      </RegisterFilters>
      <Listed search={search} />
    </div>
  );
}
