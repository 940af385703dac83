import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import type { IncidentView } from '../../contract/incident.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useAct, type Act } from './act.js';

export interface DialogProps {
  incident: IncidentView;
  onClose: () => void;
}

interface ActionDialogProps<V extends object> extends DialogProps {
  act: Act;
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
  const act = useAct(incident, props.act, onClose);
  return (
    <Sheet title={title} subject={incident.title} hint={hint} onClose={onClose}>
      <Form<V>
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={(values) => act.mutate(props.body(values))}
      >
        {props.children}
        <SheetEnd ok={ok} danger={danger} onClose={onClose} pending={act.isPending} refusal={act.refusal} />
      </Form>
    </Sheet>
  );
}
