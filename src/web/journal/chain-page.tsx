import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNamePage } from '../shell/page-name.js';
import { ExportButton } from '../views/export-button.js';
import { SavedViews } from '../views/saved-views.js';
import { ChainAnchors } from './chain-anchors.js';
import { ChainFilters } from './chain-filters.js';
import { ChainRows } from './chain-rows.js';
import { CHAIN_VIEWS, filterOf } from './chain-search.js';
import { ChainStanding } from './chain-standing.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/people.css';
import '../styles/chain.css';

/** Parts of the address that say where in the list one is. */
const PLACE = ['before', 'after'];

function Views({ shown }: { shown: (typeof CHAIN_VIEWS)[number] }) {
  const { t } = useTranslation();
  return (
    <nav className="people-views" aria-label={t('chain.views')}>
      {CHAIN_VIEWS.map((view) => (
        <Link
          key={view}
          to="/journal"
          search={view === 'rows' ? {} : { view }}
          activeProps={{ className: '', 'aria-current': undefined }}
          className={view === shown ? 'active' : undefined}
          aria-current={view === shown ? 'page' : undefined}
        >
          {t(`chain.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}

/** 审计链: what happened, row by row, and the proof that nobody altered it. */
export function ChainPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/journal' });
  useNamePage(t('chain.title'));
  return (
    <div className="report chain">
      <header className="report-head">
        <h1>{t('chain.title')}</h1>
        <p className="sheet-lead">{t('chain.lead')}</p>
      </header>
      <ChainStanding />
      <Views shown={search.view ?? 'rows'} />
      {search.view === 'anchors' ? (
        <ChainAnchors />
      ) : (
        <>
          <SavedViews page="journal" without={PLACE} />
          <ChainFilters search={search}>
            <ExportButton path="/journal/exports" filter={filterOf(search)} name="huiying-journal.csv" />
          </ChainFilters>
          <ChainRows search={search} />
        </>
      )}
    </div>
  );
}
