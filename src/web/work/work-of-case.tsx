import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { refusalWords } from '../api/refusal-words.js';
import { ConferenceChecklist } from './conference-checklist.js';
import { StageBar } from './stage-bar.js';
import { Waterfall } from './waterfall.js';
import { WorkBlock } from './work-block.js';
import { workspaceQuery } from './work-queries.js';
import '../styles/work.css';

/** The stages of a case and the work on it. */
export function WorkOfCase({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(workspaceQuery(incident.id));
  if (data)
    return (
      <>
        <StageBar workspace={data} />
        <WorkBlock incident={incident} workspace={data} />
        {data.checklist && <ConferenceChecklist incident={incident} checklist={data.checklist} />}
        <Waterfall incident={incident} waterfall={data.waterfall} />
      </>
    );
  if (!error) return <p className="loading">{t('board.loading')}</p>;
  return (
    <p role="alert" className="quiet">
      {t('work.failed', { why: refusalWords(error, t) })}{' '}
      <Button size="small" onClick={() => void refetch()}>
        {t('work.again')}
      </Button>
    </p>
  );
}
