import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { ToneSign } from '../marks/signs.js';
import { useMay } from '../session/person.js';
import type { OpenSheet } from './source-sheets.js';
import { CollectingViews } from './collecting-views.js';

/** Whether silence means anything, in one sentence. */
function Verdict({ sources }: { sources: SourceView[] }) {
  const { t } = useTranslation();
  const core = sources.filter(({ tier, enabled, pausedAt }) => tier === 'core' && enabled && pausedAt === null);
  const blind = core.filter(({ health }) => health === 'blind').length;
  const sees = core.length > 0 && blind === 0;
  const words =
    blind > 0
      ? t('source.verdictBlind', { count: blind })
      : core.length === 0
        ? t('source.verdictNoCore')
        : t('source.verdictSeeing', { count: core.length });
  return (
    <b className={`verdict ${sees ? 'tone-met' : 'tone-overdue'}`}>
      <ToneSign tone={sees ? 'met' : 'overdue'} />
      {words}
    </b>
  );
}

interface HeadProps {
  sources: SourceView[] | undefined;
  onSheet: (sheet: OpenSheet) => void;
}

export function SourcesHead({ sources, onSheet }: HeadProps) {
  const { t } = useTranslation();
  const mayWrite = useMay('source.write');
  return (
    <>
      <header className="report-head sources-head">
        <h1>{t('source.title')}</h1>
        <p className="sheet-lead">{sources ? <Verdict sources={sources} /> : t('source.lead')}</p>
        <div className="head-actions">
          <Button href="/api/v1/sources/opml" download>
            {t('opml.export')}
          </Button>
          {mayWrite && <Button onClick={() => onSheet({ name: 'import' })}>{t('opml.import')}</Button>}
          {mayWrite && (
            <Button type="primary" onClick={() => onSheet({ name: 'add' })}>
              {t('source.add')}
            </Button>
          )}
        </div>
      </header>
      <CollectingViews />
    </>
  );
}
