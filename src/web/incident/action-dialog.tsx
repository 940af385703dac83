import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import type { IncidentView } from '../../contract/incident.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { Restored } from '../unsent/restored.js';
import { useUnsent } from '../unsent/use-unsent.js';
import { useAct, type Act } from './act.js';

export interface DialogProps {
  incident: IncidentView;
  onClose: () => void;
}

interface ActionDialogProps<V extends object> extends DialogProps {
  act: Act;
  /** Which of several things of this kind: what was typed of one is not offered for another. */
  subject?: string;
  title: string;
  hint: string;
  ok: string;
  danger?: boolean;
  initial?: Partial<V>;
  /** The request of what was filled in. */
  body: (values: V) => Record<string, unknown>;
  children: ReactNode;
}

/** A form over the page that does one thing to the incident, and closes when it has been done. */
export function ActionDialog<V extends object>(props: ActionDialogProps<V>) {
  const { incident, onClose, title, hint, ok, danger } = props;
  const [form] = Form.useForm<V>();
  const unsent = useUnsent<V>(form, incident.id, `${props.act} ${props.subject ?? ''}`);
  const act = useAct(incident, props.act, () => {
    unsent.forget();
    onClose();
  });
  return (
    <Sheet title={title} subject={incident.title} hint={hint} onClose={onClose}>
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={unsent.kept ?? props.initial}
        onValuesChange={(_, all) => unsent.keep(all)}
        onFinish={(values) => act.mutate(props.body(values))}
      >
        <Restored kept={unsent.kept} onDiscard={unsent.discard} />
        {props.children}
        <SheetEnd ok={ok} danger={danger} onClose={onClose} pending={act.isPending} refusal={act.refusal} />
      </Form>
    </Sheet>
  );
}
