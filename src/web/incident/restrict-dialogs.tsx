import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';
import { usePerson } from '../session/person.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { ReasonField } from './fields.js';

function PeopleField() {
  const { t } = useTranslation();
  const people = useBoard((state) => state.people);
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form.Item
      name="people"
      label={t('action.named')}
      extra={t('action.namedHint')}
      rules={[{ required: true, message: t('action.required') }]}
    >
      <Select mode="multiple" maxCount={50} options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  );
}

/** 限知: from then on only the named see it. */
export function RestrictDialog(props: DialogProps) {
  const { t } = useTranslation();
  const me = usePerson();
  const { version, restrictedTo } = props.incident;
  return (
    <ActionDialog<{ people: string[]; reason?: string }>
      {...props}
      act="restrict"
      title={t('action.restrict')}
      hint={t('action.restrictHint')}
      ok={t('action.submit')}
      initial={{ people: restrictedTo ?? [me.id] }}
      body={({ people, reason }) => ({ version, people, reason: reason?.trim() })}
    >
      <PeopleField />
      <ReasonField required />
    </ActionDialog>
  );
}

export function LiftDialog(props: DialogProps) {
  const { t } = useTranslation();
  return (
    <ActionDialog<{ reason?: string }>
      {...props}
      act="lift-restriction"
      title={t('action.lift')}
      hint={t('action.liftHint')}
      ok={t('action.lift')}
      body={({ reason }) => ({ version: props.incident.version, reason: reason?.trim() })}
    >
      <ReasonField required />
    </ActionDialog>
  );
}
