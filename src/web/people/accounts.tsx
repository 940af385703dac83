import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, AccountWithPassword } from '../../contract/account.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMay } from '../session/person.js';
import { AccountFilters } from './account-filters.js';
import { accountPagesQuery } from './account-queries.js';
import { AccountSheet } from './account-sheet.js';
import { AccountTable } from './account-table.js';
import type { AccountAct } from './account-acts.js';
import { AskAct } from './ask-act.js';
import { OneTimePassword } from './one-time-password.js';
import type { PeopleSearch } from './people-search.js';

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

/** The accounts that are asked for in the address. */
export function Accounts({ search }: { search: PeopleSearch }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery(accountPagesQuery(search));
  const mayManage = useMay('account.manage');
  const [open, setOpen] = useState<Open | null>(null);
  if (pages.error) return <p className="form-refusal">{refusalWords(pages.error, t)}</p>;
  if (!pages.data) return <p className="loading">{t('people.loading')}</p>;
  const accounts = pages.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <AccountFilters search={search} />
      <div className="people-head" aria-busy={pages.isPlaceholderData}>
        <p className="as-of" role="status">
          {t('people.count', { count: pages.data.pages[0]?.total ?? 0 })}
        </p>
        {mayManage && (
          <Button type="primary" onClick={() => setOpen({ name: 'add' })}>
            {t('people.add')}
          </Button>
        )}
      </div>
      {accounts.length > 0 ? (
        <AccountTable accounts={accounts} onAct={(name, account) => setOpen({ name, account })} />
      ) : (
        <p className="empty">
          {t('people.none')}{' '}
          <Link to="/people" search={{}}>
            {t('people.showAll')}
          </Link>
        </p>
      )}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
      {open !== null && <Sheets open={open} onOpen={setOpen} />}
    </>
  );
}
