import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { sourcesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { SourceRow } from './source-row.js';
import '../styles/report.css';
import '../styles/sources.css';

const AddSource = lazy(() => import('./add-source.js').then((module) => ({ default: module.AddSource })));

const COLUMNS = ['name', 'tier', 'outcome', 'lastOk', 'lastNew', 'failures', 'next'] as const;
const TIERS = ['core', 'regular', 'wide'] as const;

/** What fails first, then the sources that matter most. */
function byNeed(a: SourceView, b: SourceView): number {
  return b.failures - a.failures || TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || a.id.localeCompare(b.id);
}

function SourceTable({ sources }: { sources: SourceView[] }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('source.title')}>
      <table className="figures">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === 'failures' ? 'num' : undefined}>
                {t(`source.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...sources].sort(byNeed).map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 信息源: what is read, when it was last read, and what fails. */
export function SourcesPage() {
  const { t } = useTranslation();
  const { data, error } = useQuery(sourcesQuery);
  const mayAdd = useMay('source.write');
  const [adding, setAdding] = useState(false);
  useNamePage(t('source.title'));
  const bad = (data ?? []).filter((source) => source.enabled && source.failures > 0).length;
  return (
    <div className="report">
      <header className="report-head">
        <h1>{t('source.title')}</h1>
        <p className="sheet-lead">
          {data && data.length > 0 && <b>{t('source.summary', { ok: data.length - bad, bad })} </b>}
          {t('source.lead')}
        </p>
        {mayAdd && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('source.add')}
          </Button>
        )}
      </header>
      {data && data.length > 0 && <SourceTable sources={data} />}
      {data?.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('source.empty')}</p>
          <p>{t('source.emptyBody')}</p>
        </div>
      )}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('source.loading')}</p>
      )}
      {adding && (
        <Suspense>
          <AddSource onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  );
}
