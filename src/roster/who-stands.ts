import type { EntityManager } from 'typeorm';
import { PRESS_OFFICE } from '../domain/press-office.js';
import { type AskingCase, DUTY_DESK, type Post } from '../domain/roster/post.js';
import { onShift, personsOn } from '../domain/roster/standing.js';
import type { Settings } from '../settings/settings.js';
import { ownWays } from './own-ways.js';
import { readRoster, type Roster } from './roster-reading.js';
import { LEADERSHIP, OPERATORS, sharedMailbox } from './shared-mailbox.js';
import type { Reachable } from './way.js';

type Given = Pick<Settings, 'env' | 'policy' | 'rules'>;

/**
 * Who stands on a post at this instant of database time, with the ways to each: the persons, and beside them the shared
 * mailbox of the files, so that an office without accounts for its bureaus is reached as well. A restricted case goes to
 * persons only.
 */
export async function whoStands(
  tx: EntityManager,
  settings: Given,
  post: Post,
  asking: AskingCase,
): Promise<Reachable[]> {
  return standing(await readRoster(tx), settings, post, asking);
}

/** The same from a roster read before: for a transaction that asks for many posts and cases. */
export function standing(roster: Roster, settings: Given, post: Post, asking: AskingCase): Reachable[] {
  const ids = new Set(personsOn(roster, post, asking).map((person) => person.accountId));
  const persons = [...ids].map((id) => ownWays(id, roster.waysOf.get(id) ?? [], settings));
  const mailboxes = asking.restrictedTo ? [] : [...new Set(mailboxesOf(post, asking))];
  return [...mailboxes.map((code) => sharedMailbox(code, settings)), ...persons];
}

/** Whether somebody has the turn at the press office's desk. */
export function isDeskStaffed(roster: Roster): boolean {
  return onShift(roster, DUTY_DESK).length > 0;
}

/** The mailbox of a unit stands beside its officers, not beside every rung above them: it has heard already. */
function mailboxesOf(post: Post, { lead, co }: AskingCase): readonly string[] {
  switch (post) {
    case 'duty':
      return [PRESS_OFFICE];
    case 'lead_officer':
      return [lead];
    case 'co_officers':
      return co;
    case 'leadership':
      return [LEADERSHIP];
    case 'operators':
      return [OPERATORS];
    case 'lead_deputy':
    case 'lead_head':
    case 'general_office_head':
      return [];
  }
}
