import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { isExit } from '../../domain/lifecycle/stage.js';
import { ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { Restored } from '../unsent/restored.js';
import { useUnsent } from '../unsent/use-unsent.js';
import { useRecord } from './use-record.js';
import type { Closing } from './wish.js';

interface ClosingSheetProps {
  incident: IncidentView;
  step: Closing;
  onClose: () => void;
}

interface Closed {
  reason: string;
}

/** 办结、归档、恢复办理, each with its reason. */
export function ClosingSheet({ incident, step, onClose }: ClosingSheetProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Closed>();
  const unsent = useUnsent<Closed>(form, incident.id, step);
  const record = useRecord(incident.id, step, () => {
    unsent.forget();
    onClose();
  });
  const word = step === 'reopen' && isExit(incident.stage) ? t('work.retake') : t(`work.step.${step}`);
  return (
    <Sheet title={word} subject={incident.title} hint={t(`work.hint.${step}`)} onClose={onClose}>
      <Form<Closed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={unsent.kept ?? {}}
        onValuesChange={(_, all) => unsent.keep(all)}
        onFinish={(values) => record.mutate(values)}
      >
        <Restored kept={unsent.kept} onDiscard={unsent.discard} />
        <ReasonField required />
        <SheetEnd ok={word} onClose={onClose} pending={record.isPending} refusal={record.refusal} />
      </Form>
    </Sheet>
  );
}
