import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { useBureauName } from '../words/bureau-name.js';

/** 退回: who sent the case back and why, until it is assigned anew. */
export function SentBack({ line: { sentBack } }: { line: Pick<IncidentLine, 'sentBack'> }) {
  const { t } = useTranslation();
  const nameOf = useBureauName();
  if (sentBack === null) return null;
  const { bureau, reason, at } = sentBack;
  return (
    <span className="sent-back" title={reason}>
      <b>{t('board.sentBack', { bureau: nameOf(bureau) })}</b> <Moment at={at} show="short" /> {reason}
    </span>
  );
}
