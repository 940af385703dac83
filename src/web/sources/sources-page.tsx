import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { sourcesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useNamePage } from '../shell/page-name.js';
import { BlindIntervals } from './blind-intervals.js';
import { Pager } from './pager.js';
import { SourceCounters } from './source-counters.js';
import { SavedViews } from '../views/saved-views.js';
import { SourceFilters } from './source-filters.js';
import { SourceSheets, type OpenSheet } from './source-sheets.js';
import { SourceTable } from './source-table.js';
import type { SourceSearch } from './source-search.js';
import { foldersOf, show } from './source-view.js';
import { SourcesHead } from './sources-head.js';
import { StripLegend } from './strip.js';
import '../styles/board.css';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/sources.css';

interface ListProps {
  sources: SourceView[];
  search: SourceSearch;
  onSheet: (sheet: OpenSheet) => void;
}

function SourceList({ sources, search, onSheet }: ListProps) {
  const { t } = useTranslation();
  const shown = show(sources, search);
  const open = useCallback((name: 'visits' | 'edit' | 'pause', id: string) => onSheet({ name, id }), [onSheet]);
  return (
    <>
      <SourceCounters counts={shown.counts} search={search} />
      <SavedViews page="sources" without={['page']} />
      <SourceFilters search={search} folders={foldersOf(sources)} />
      {shown.rows.length === 0 ? (
        <p className="empty">{t('source.emptyFilter')}</p>
      ) : (
        <SourceTable key={JSON.stringify(search)} sources={sources} rows={shown.rows} onSheet={open} />
      )}
      <footer className="sources-end">
        <Pager shown={shown} search={search} />
        <StripLegend />
      </footer>
    </>
  );
}

/** 信息源: whether we see, and what each source last said. */
export function SourcesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/sources' });
  const { data, error } = useQuery(sourcesQuery);
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  useNamePage(t('source.title'));
  return (
    <div className="report">
      <SourcesHead sources={data} onSheet={setSheet} />
      {data && data.length > 0 && <SourceList sources={data} search={search} onSheet={setSheet} />}
      {data?.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('source.empty')}</p>
          <p>{t('source.emptyBody')}</p>
        </div>
      )}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('source.loading')}</p>
      )}
      {data && <BlindIntervals />}
      {data && <SourceSheets sources={data} open={sheet} onClose={() => setSheet(null)} />}
    </div>
  );
}
