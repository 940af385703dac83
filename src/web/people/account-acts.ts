import type { AccountView } from '../../contract/account.js';

export type AskedAct = 'reset' | 'revoke' | 'unlock' | 'disable' | 'enable';
export type AccountAct = 'edit' | AskedAct;

/** What makes sense for an account as it stands; one's own password is changed by oneself. */
export function actsOn({ id, disabledAt, lockedUntil, openSessions }: AccountView, me: string): AccountAct[] {
  const acts: AccountAct[] = ['edit'];
  if (id !== me && disabledAt === null) acts.push('reset');
  if (openSessions > 0) acts.push('revoke');
  if (lockedUntil !== null) acts.push('unlock');
  acts.push(disabledAt === null ? 'disable' : 'enable');
  return acts;
}

/** The call that does it. */
export function callOf(act: AskedAct, { id, version }: AccountView): ['POST' | 'PATCH', string, object] {
  const path = `/accounts/${encodeURIComponent(id)}`;
  switch (act) {
    case 'reset':
      return ['POST', `${path}/password`, { version }];
    case 'revoke':
      return ['POST', `${path}/sessions/revoke`, {}];
    case 'unlock':
      return ['POST', `${path}/unlock`, {}];
    case 'disable':
    case 'enable':
      return ['PATCH', path, { disabled: act === 'disable', version }];
  }
}
