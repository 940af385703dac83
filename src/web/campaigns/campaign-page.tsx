import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { CallOffCampaign } from './call-off-campaign.js';
import { CampaignCases } from './campaign-cases.js';
import { CampaignFigures } from './campaign-figures.js';
import { CampaignPapers } from './campaign-papers.js';
import { campaignQuery, campaignReportQuery } from './campaign-queries.js';
import { CampaignSettings } from './campaign-settings.js';
import { CampaignSheet } from './campaign-sheet.js';
import { EndCampaign } from './end-campaign.js';
import { PhaseWord } from './phase-word.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/campaigns.css';

/** What may still be changed: nothing of one that is over, or was called off. */
function Acts({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation();
  const mayEdit = useMay('campaign.edit');
  const [open, setOpen] = useState<'edit' | 'end' | 'callOff' | null>(null);
  const close = (): void => setOpen(null);
  const { phase } = campaign;
  const stands = phase === 'ahead' || phase === 'running';
  return (
    <>
      {mayEdit && stands && (
        <div className="head-actions">
          <Button onClick={() => setOpen('edit')}>{t('campaign.edit')}</Button>
          {phase === 'running' && <Button onClick={() => setOpen('end')}>{t('campaign.end')}</Button>}
          {phase === 'ahead' && <Button onClick={() => setOpen('callOff')}>{t('campaign.callOff')}</Button>}
        </div>
      )}
      {open === 'edit' && <CampaignSheet campaign={campaign} onClose={close} />}
      {open === 'end' && <EndCampaign campaign={campaign} onClose={close} />}
      {open === 'callOff' && <CallOffCampaign campaign={campaign} onClose={close} />}
    </>
  );
}

function Campaign({ campaign }: { campaign: CampaignView }) {
  const { phase } = campaign;
  const { data: report } = useQuery(campaignReportQuery(campaign.id));
  useNamePage(campaign.name);
  return (
    <>
      <header className="report-head campaign-head">
        <h1>{campaign.name}</h1>
        <PhaseWord campaign={campaign} />
        <Acts campaign={campaign} />
      </header>
      {report && phase !== 'called_off' && <CampaignFigures campaign={campaign} report={report} />}
      {phase !== 'called_off' && <CampaignCases id={campaign.id} />}
      <CampaignSettings campaign={campaign} />
      {report && (phase === 'running' || phase === 'over') && (
        <CampaignPapers campaign={campaign} papers={report.papers} />
      )}
    </>
  );
}

/** One 专项: what came of it, its incidents, what it looks for, its digests. */
export function CampaignPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/campaigns/$id' });
  const { data, error } = useQuery(campaignQuery(id));
  return (
    <div className="report campaign">
      <p className="campaign-back">
        <Link to="/campaigns">{t('campaign.back')}</Link>
      </p>
      {data && <Campaign campaign={data} />}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('campaign.loading')}</p>
      )}
    </div>
  );
}
