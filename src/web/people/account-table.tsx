import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../contract/account.js';
import { useMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { useMay, usePerson } from '../session/person.js';
import { MenuButton } from '../shell/menu-button.js';
import { Ago } from '../sources/ago.js';
import { useBureauName } from '../words/bureau-name.js';
import { type AccountAct, actsOn } from './account-acts.js';

const COLUMNS = ['name', 'role', 'state', 'last', 'sessions'] as const;

function State({ account: { disabledAt, lockedUntil, mustChangePassword } }: { account: AccountView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const state = disabledAt ? 'disabled' : lockedUntil ? 'locked' : mustChangePassword ? 'first' : 'active';
  const tone = ({ disabled: 'waived', locked: 'overdue', first: 'running', active: 'met' } as const)[state];
  return (
    <>
      <span className={`verdict tone-${tone}`}>
        <ToneSign tone={tone} />
        {t(`people.state.${state}`)}
      </span>
      {disabledAt && <small>{t('people.disabledAt', { time: moment(disabledAt) })}</small>}
      {!disabledAt && lockedUntil && <small>{t('people.lockedUntil', { time: moment(lockedUntil) })}</small>}
    </>
  );
}

interface RowProps {
  account: AccountView;
  onAct: (act: AccountAct, account: AccountView) => void;
}

function Row({ account, onAct }: RowProps) {
  const { t } = useTranslation();
  const bureau = useBureauName();
  const me = usePerson();
  const mayManage = useMay('account.manage');
  const { username, displayName, position, role, openSessions, bureauEndedOn } = account;
  const choices = actsOn(account, me.id).map((key) => ({ key, label: t(`people.act.${key}`) }));
  const actions = t('people.actions', { name: displayName });
  return (
    <tr role="row" className={account.disabledAt ? 'account-disabled' : undefined}>
      <th role="rowheader" scope="row" className="row-title">
        {displayName}
        <small>{[username, position].filter(Boolean).join(' · ')}</small>
      </th>
      <td role="cell" data-label={t('people.col.role')}>
        {t(`person.role.${role}`)}
        {account.bureau && <small>{bureau(account.bureau)}</small>}
        {bureauEndedOn !== null && (
          <small className="unit-ended">{t('people.bureauEnded', { day: bureauEndedOn })}</small>
        )}
      </td>
      <td role="cell" data-label={t('people.col.state')}>
        <State account={account} />
      </td>
      <td role="cell" data-label={t('people.col.last')}>
        <Ago at={account.lastSignInAt} />
      </td>
      <td role="cell" className={`num${openSessions === 0 ? ' zero' : ''}`} data-label={t('people.col.sessions')}>
        {openSessions}
      </td>
      {mayManage && (
        <td role="cell" className="people-actions">
          <MenuButton label={actions} title={actions} choices={choices} onChoose={(act) => onAct(act, account)} />
        </td>
      )}
    </tr>
  );
}

export function AccountTable({ accounts, onAct }: { accounts: AccountView[]; onAct: RowProps['onAct'] }) {
  const { t } = useTranslation();
  const mayManage = useMay('account.manage');
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('people.view.accounts')}>
      <table role="table" className="figures people">
        <thead role="rowgroup">
          <tr role="row">
            {[...COLUMNS, ...(mayManage ? (['action'] as const) : [])].map((column) => (
              <th key={column} role="columnheader" scope="col" className={column === 'sessions' ? 'num' : undefined}>
                {t(`people.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {accounts.map((account) => (
            <Row key={account.id} account={account} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
