import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import type { CampaignNumbers, CampaignReport } from '../../contract/campaign-report.js';

function Numbers({ numbers }: { numbers: CampaignNumbers }) {
  const { t } = useTranslation();
  const { articles, stories, incidents, met, missed, busiest } = numbers;
  const figures = { articles, stories, incidents: incidents.length, met, missed };
  return (
    <>
      <dl className="campaign-numbers">
        {(Object.keys(figures) as (keyof typeof figures)[]).map((figure) => (
          <div key={figure} className={figure === 'missed' && missed > 0 ? 'is-missed' : undefined}>
            <dt>{t(`campaign.figure.${figure}`)}</dt>
            <dd>{figures[figure]}</dd>
          </div>
        ))}
      </dl>
      {busiest.length > 0 && (
        <p className="hint">
          {t('campaign.busiest')}{' '}
          {busiest.map(({ hour, articles: count }) => t('campaign.hour', { hour, count })).join(t('list.comma'))}
        </p>
      )}
    </>
  );
}

/** The summary once it is made, which nothing changes any more; until then the figures of now. */
export function CampaignFigures({ campaign, report }: { campaign: CampaignView; report: CampaignReport }) {
  const { t } = useTranslation();
  const id = useId();
  const summary = report.papers.find((paper) => paper.kind === 'summary');
  const { phase } = campaign;
  return (
    <section className="report-block" aria-labelledby={id}>
      <h2 id={id}>{t(phase === 'over' ? 'campaign.summary' : 'campaign.figures')}</h2>
      {phase === 'ahead' && <p className="hint">{t('campaign.figuresAhead')}</p>}
      {phase === 'over' && !summary && <p className="hint">{t('campaign.summaryWaits')}</p>}
      {phase !== 'ahead' && <Numbers numbers={summary?.numbers ?? report.numbers} />}
      {summary && (
        <p className="campaign-digest-hash">
          {t('campaign.summaryHint')} <code>{summary.sha256}</code>
        </p>
      )}
    </section>
  );
}
