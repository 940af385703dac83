import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { useMoment } from '../clock/moment.js';
import { PhaseWord } from './phase-word.js';

const COLUMNS = ['name', 'window', 'looksFor', 'roster', 'digest'] as const;

function Row({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { id, name, startsAt, endsAt, words, sources, roster, digestTime, phase } = campaign;
  const looksFor = [
    ...(words.length > 0 ? [t('campaign.words', { count: words.length })] : []),
    ...(sources.length > 0 ? [t('campaign.sources', { count: sources.length })] : []),
  ];
  return (
    <tr role="row" className={`campaign-${phase}`}>
      <th role="rowheader" scope="row" className="row-title">
        <Link to="/campaigns/$id" params={{ id }}>
          {name}
        </Link>
        <PhaseWord campaign={campaign} />
      </th>
      <td role="cell" data-label={t('campaign.col.window')}>
        {t('campaign.window', { from: moment(startsAt), to: moment(endsAt) })}
      </td>
      <td role="cell" data-label={t('campaign.col.looksFor')}>
        {looksFor.join(t('list.comma'))}
      </td>
      <td role="cell" data-label={t('campaign.col.roster')}>
        {roster.length > 0 ? t('campaign.people', { count: roster.length }) : t('campaign.nobody')}
      </td>
      <td role="cell" data-label={t('campaign.col.digest')}>
        {t('campaign.daily', { time: digestTime })}
      </td>
    </tr>
  );
}

export function CampaignTable({ campaigns }: { campaigns: readonly CampaignView[] }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('campaign.title')}>
      <table role="table" className="figures campaigns">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`campaign.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {campaigns.map((campaign) => (
            <Row key={campaign.id} campaign={campaign} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
