import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { useMoment } from '../clock/moment.js';

/** 进行中、未开始、已结束、已撤销, and the instant at which that changes or has changed. */
export function PhaseWord({ campaign: { phase, startsAt, endsAt, calledOff } }: { campaign: CampaignView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const until = {
    running: () => t('campaign.ends', { time: moment(endsAt) }),
    ahead: () => t('campaign.starts', { time: moment(startsAt) }),
    over: () => t('campaign.ended', { time: moment(endsAt) }),
    called_off: () => calledOff && t('campaign.calledOff', { time: moment(calledOff.at) }),
  };
  return (
    <span className="campaign-phase">
      <span className={`phase phase-${phase}`}>{t(`campaign.phase.${phase}`)}</span> <small>{until[phase]()}</small>
    </span>
  );
}
