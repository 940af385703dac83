import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { AccountView, AccountWithPassword } from '../../contract/account.js';
import { isOfBureau, ROLES, type Role } from '../../domain/rights.js';
import { BureauField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useNeeded } from '../sources/source-fields.js';
import { useBureauName } from '../words/bureau-name.js';
import { useAccountCall } from './use-account-call.js';

interface Filled {
  username: string;
  displayName: string;
  position?: string;
  role: Role;
  bureau?: string;
}

function UsernameField() {
  const { t } = useTranslation();
  const rules = [{ required: true, pattern: /^[\p{L}\p{N}._-]{2,64}$/u, message: t('people.usernameBad') }];
  return (
    <Form.Item name="username" label={t('people.username')} extra={t('people.usernameHint')} rules={rules}>
      <Input maxLength={64} autoComplete="off" />
    </Form.Item>
  );
}

function RoleFields() {
  const { t } = useTranslation();
  const options = ROLES.map((value) => ({ value, label: t(`person.role.${value}`) }));
  const search = { optionFilterProp: 'label' };
  return (
    <>
      <Form.Item name="role" label={t('people.role')} rules={[useNeeded()]}>
        <Select options={options} showSearch={search} />
      </Form.Item>
      <Form.Item<Filled> noStyle shouldUpdate={(before, after) => before.role !== after.role}>
        {({ getFieldValue }) => {
          const role = getFieldValue('role') as Role | undefined;
          return role && isOfBureau(role) && <BureauField name="bureau" label={t('people.bureau')} required />;
        }}
      </Form.Item>
    </>
  );
}

/** What is sent: of a role that belongs to no bureau, none. */
function bodyOf({ username, displayName, position = '', role, bureau }: Filled): object {
  const told = { displayName: displayName.trim(), position: position.trim(), role };
  return { username, ...told, bureau: isOfBureau(role) ? bureau : null };
}

interface AccountSheetProps {
  account: AccountView | null;
  onMade: (made: AccountWithPassword) => void;
  onClose: () => void;
}

/** A new account, or what is changed of one. */
export function AccountSheet({ account, onMade, onClose }: AccountSheetProps) {
  const { t } = useTranslation();
  const { mutate, isPending, refusal } = useAccountCall(onMade, onClose);
  const needed = useNeeded();
  const nameOf = useBureauName();
  const ended = account?.bureauEndedOn;
  const submit = (given: Filled): void =>
    account === null
      ? mutate(['POST', '/accounts', bodyOf(given)])
      : mutate(['PATCH', `/accounts/${account.id}`, { ...bodyOf(given), version: account.version }]);
  return (
    <Sheet
      title={t(account ? 'people.act.edit' : 'people.add')}
      subject={account ? account.username : undefined}
      hint={ended ? t('people.bureauEndedHint', { name: nameOf(account?.bureau ?? ''), day: ended }) : undefined}
      onClose={onClose}
    >
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={account ? { ...account, bureau: account.bureau ?? undefined } : {}}
        onFinish={submit}
      >
        {account === null && <UsernameField />}
        <div className="sheet-pair">
          <Form.Item name="displayName" label={t('people.displayName')} rules={[needed]}>
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item name="position" label={t('people.position')}>
            <Input maxLength={64} />
          </Form.Item>
        </div>
        <RoleFields />
        <SheetEnd
          ok={t(account ? 'people.save' : 'people.submit')}
          onClose={onClose}
          pending={isPending}
          refusal={refusal}
        />
      </Form>
    </Sheet>
  );
}
