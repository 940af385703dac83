import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useRecord } from './use-record.js';

export type Closing = 'close' | 'archive' | 'reopen';
interface ClosingSheetProps {
  incident: IncidentView;
  step: Closing;
  onClose: () => void;
}

/** 办结、归档、恢复办理, each with its reason. */
export function ClosingSheet({ incident, step, onClose }: ClosingSheetProps) {
  const { t } = useTranslation();
  const record = useRecord(incident.id, step, onClose);
  const word = t(`work.step.${step}`);
  return (
    <Sheet title={word} subject={incident.title} hint={t(`work.hint.${step}`)} onClose={onClose}>
      <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={(values) => record.mutate(values)}>
        <ReasonField required />
        <SheetEnd ok={word} onClose={onClose} pending={record.isPending} refusal={record.refusal} />
      </Form>
    </Sheet>
  );
}
