import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, AccountWithPassword } from '../../contract/account.js';
import { accountsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMay } from '../session/person.js';
import { AccountSheet } from './account-sheet.js';
import { AccountTable } from './account-table.js';
import type { AccountAct } from './account-acts.js';
import { AskAct } from './ask-act.js';
import { OneTimePassword } from './one-time-password.js';

/** The account as it stood when the sheet was opened: what has changed since is told by its version. */
type Open = { name: 'add' } | { name: AccountAct; account: AccountView } | { name: 'told'; made: AccountWithPassword };

function Sheets({ open, onOpen }: { open: Open; onOpen: (next: Open | null) => void }) {
  const close = (): void => onOpen(null);
  const tell = (made: AccountWithPassword): void =>
    onOpen(made.oneTimePassword === null ? null : { name: 'told', made });
  if (open.name === 'told') return <OneTimePassword made={open.made} onClose={close} />;
  if (open.name === 'add') return <AccountSheet account={null} onMade={tell} onClose={close} />;
  if (open.name === 'edit') return <AccountSheet account={open.account} onMade={tell} onClose={close} />;
  return <AskAct act={open.name} account={open.account} onMade={tell} onClose={close} />;
}

export function Accounts() {
  const { t } = useTranslation();
  const { data, error } = useQuery(accountsQuery);
  const mayManage = useMay('account.manage');
  const [open, setOpen] = useState<Open | null>(null);
  if (!data)
    return <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('people.loading')}</p>;
  return (
    <>
      <div className="people-head">
        <p className="as-of">{t('people.count', { count: data.length })}</p>
        {mayManage && (
          <Button type="primary" onClick={() => setOpen({ name: 'add' })}>
            {t('people.add')}
          </Button>
        )}
      </div>
      <AccountTable accounts={data} onAct={(name, account) => setOpen({ name, account })} />
      {open !== null && <Sheets open={open} onOpen={setOpen} />}
    </>
  );
}
