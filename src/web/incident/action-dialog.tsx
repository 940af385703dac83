import Form from 'antd/es/form';
import Modal from 'antd/es/modal';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
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
  const { t } = useTranslation();
  const [form] = Form.useForm<V>();
  const act = useAct(props.incident, props.act, props.onClose);
  return (
    <Modal
      open
      title={props.title}
      okText={props.ok}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger: props.danger === true, loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <p className="modal-subject">{props.incident.title}</p>
      <p className="hint">{props.hint}</p>
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={(values) => act.mutate(props.body(values))}
      >
        {props.children}
      </Form>
    </Modal>
  );
}
