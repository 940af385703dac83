import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import type { CampaignPaper } from '../../contract/campaign-report.js';
import { Moment } from '../clock/moment.js';

const FIGURES = ['articles', 'stories', 'incidents', 'met', 'missed'] as const;

function figureOf({ numbers }: CampaignPaper, figure: (typeof FIGURES)[number]): number {
  return figure === 'incidents' ? numbers.incidents.length : numbers[figure];
}

function Row({ paper }: { paper: CampaignPaper }) {
  const { t } = useTranslation();
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="day">
        {paper.day}
      </th>
      <td role="cell" data-label={t('campaign.digestCol.span')}>
        <Moment at={paper.from} /> — <Moment at={paper.to} />
      </td>
      {FIGURES.map((figure) => (
        <td
          key={figure}
          role="cell"
          data-label={t(`campaign.figure.${figure}`)}
          className={figureOf(paper, figure) === 0 ? 'num zero' : 'num'}
        >
          {figureOf(paper, figure)}
        </td>
      ))}
    </tr>
  );
}

/** 日报, the newest first, as they were made and sent. */
export function CampaignPapers({ campaign, papers }: { campaign: CampaignView; papers: readonly CampaignPaper[] }) {
  const { t } = useTranslation();
  const id = useId();
  const digests = papers.filter(({ kind }) => kind === 'digest');
  return (
    <section className="report-block" aria-labelledby={id}>
      <h2 id={id}>{t('campaign.digests')}</h2>
      {digests.length === 0 && <p className="hint">{t('campaign.digestsNone', { time: campaign.digestTime })}</p>}
      {digests.length > 0 && (
        <div className="wide-table" tabIndex={0} role="group" aria-label={t('campaign.digests')}>
          <table role="table" className="figures campaigns campaign-papers">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  {t('campaign.digestCol.day')}
                </th>
                <th role="columnheader" scope="col">
                  {t('campaign.digestCol.span')}
                </th>
                {FIGURES.map((figure) => (
                  <th key={figure} role="columnheader" scope="col" className="num">
                    {t(`campaign.figure.${figure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {digests.map((paper) => (
                <Row key={paper.id} paper={paper} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
