import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { SignInPage } from '../../contract/account.js';
import type { JournalLine } from '../../contract/incident.js';
import { call } from '../api/call.js';
import { accountsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { Moment } from '../clock/moment.js';
import { usePersonName } from '../words/person-name.js';

const EVENTS = [
  'person.signed_in',
  'person.sign_in_failed',
  'person.locked_out',
  'account.created',
  'account.changed',
  'account.password_changed',
  'account.password_reset',
  'account.sessions_revoked',
  'account.unlocked',
] as const;
type Key<K extends string> = K extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : K;

const COLUMNS = ['at', 'what', 'who', 'address'] as const;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function useSignIns() {
  return useInfiniteQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ pageParam }) => call<SignInPage>('GET', `/sign-ins?limit=50${pageParam ? `&before=${pageParam}` : ''}`),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
}

function Row({ row }: { row: JournalLine }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const { data: accounts = [] } = useQuery(accountsQuery);
  const id = text(row.data.accountId);
  const account = accounts.find((one) => one.id === id);
  const event = EVENTS.find((one) => one === row.kind);
  const words = event
    ? t(`people.event.${event.replace('.', '_') as Key<typeof event>}`)
    : t('people.event.other', { kind: row.kind });
  return (
    <tr role="row">
      <td role="cell" data-label={t('people.signInCol.at')}>
        <Moment at={row.at} />
      </td>
      <th role="rowheader" scope="row" className="row-title">
        {words}
        {row.actor !== id && !row.actor.startsWith('system') && (
          <small>{t('people.by', { name: nameOf(row.actor) })}</small>
        )}
      </th>
      <td role="cell" data-label={t('people.signInCol.who')}>
        {id === '' ? t('people.unknownName') : (account?.displayName ?? nameOf(id))}
        {account && <small>{account.username}</small>}
      </td>
      <td role="cell" data-label={t('people.signInCol.address')} className="number">
        {text(row.data.address) || '—'}
      </td>
    </tr>
  );
}

/** 登录记录: who signed in and from where, who could not, and what was changed of accounts; out of the journal. */
export function SignIns() {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useSignIns();
  if (!data)
    return <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('people.loading')}</p>;
  return (
    <>
      <div className="wide-table" tabIndex={0} role="group" aria-label={t('people.view.signIns')}>
        <table role="table" className="figures people sign-ins">
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} role="columnheader" scope="col">
                  {t(`people.signInCol.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {data.pages.flatMap((page) => page.items.map((row) => <Row key={row.seq} row={row} />))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('people.older')}
        </Button>
      )}
    </>
  );
}
