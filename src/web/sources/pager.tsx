import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SourceSearch } from './source-search.js';
import type { Shown } from './source-view.js';

function Step({ to, words, search, pages }: { to: number; words: string; search: SourceSearch; pages: number }) {
  if (to < 1 || to > pages) return <span className="quiet">{words}</span>;
  return (
    <Link to="/sources" search={{ ...search, page: to === 1 ? undefined : to }}>
      {words}
    </Link>
  );
}

/** The way through the pages of a long list. */
export function Pager({ shown, search }: { shown: Shown; search: SourceSearch }) {
  const { t } = useTranslation();
  const { page, pages, found } = shown;
  return (
    <nav className="pager" aria-label={t('source.pager')}>
      <span>{t('source.found', { count: found })}</span>
      {pages > 1 && (
        <>
          <Step to={page - 1} words={t('source.previous')} search={search} pages={pages} />
          <span aria-current="page">{t('source.pageOf', { page, pages })}</span>
          <Step to={page + 1} words={t('source.next')} search={search} pages={pages} />
        </>
      )}
    </nav>
  );
}
