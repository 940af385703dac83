import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type Priority } from '../../domain/priority.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { ReasonField } from './fields.js';

/** 重点事项: for what, or none. */
export function PriorityDialog(props: DialogProps) {
  const { t } = useTranslation();
  const { version, priority } = props.incident;
  const options = PRIORITIES.map((value) => ({ value, label: t(`priority.name.${value}`) }));
  return (
    <ActionDialog<{ priority: Priority[]; reason?: string }>
      {...props}
      act="priority"
      title={t('priority.title')}
      hint={t('priority.hint')}
      ok={t('action.submit')}
      initial={{ priority }}
      body={(values) => ({ version, priority: values.priority, reason: values.reason?.trim() })}
    >
      <Form.Item name="priority" label={t('priority.title')}>
        <Checkbox.Group className="choices" options={options} />
      </Form.Item>
      <ReasonField required />
    </ActionDialog>
  );
}
