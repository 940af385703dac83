import { PRESS_OFFICE } from '../press-office.js';
import type { Role } from '../rights.js';
import { type AskingCase, DUTY_DESK, mayTakeTurn, type Post, type RunningShift, type Standing } from './post.js';

/** All who may sign in, and the turns that run now. */
export interface RosterNow {
  people: readonly Standing[];
  shifts: readonly RunningShift[];
}

/** Who has the turn on a post of shifts now, 正班 first; whoever may no longer take it is left out. */
export function onShift({ people, shifts }: RosterNow, post: string): Standing[] {
  const turns = shifts.filter((shift) => shift.post === post);
  const ordered = [...turns.filter((one) => one.seat === 'main'), ...turns.filter((one) => one.seat === 'deputy')];
  return ordered.flatMap(({ accountId }) =>
    people.filter((person) => person.accountId === accountId && mayTakeTurn(person, post)),
  );
}

/**
 * The persons on a post. A desk or bureau without a turn running is stood for by all its officers: better too many are
 * woken than nobody. A restricted case is told to those it names and to nobody else; when none of them has the duty, all
 * of them stand for it.
 */
export function personsOn(roster: RosterNow, post: Post, asking: AskingCase): Standing[] {
  const all = unrestricted(roster, post, asking);
  const named = asking.restrictedTo;
  if (!named) return all;
  const cleared = all.filter((person) => named.includes(person.accountId));
  if (post !== 'duty' || cleared.length > 0) return cleared;
  return roster.people.filter((person) => named.includes(person.accountId));
}

function unrestricted(roster: RosterNow, post: Post, { lead, co }: AskingCase): Standing[] {
  switch (post) {
    case 'duty':
      return orElse(onShift(roster, DUTY_DESK), () => withRole(roster, 'duty_officer'));
    case 'lead_officer':
      return officersOf(roster, lead);
    case 'lead_deputy':
      return seated(roster, lead, 'deputy');
    case 'lead_head':
      return withRole(roster, 'bureau_head', lead);
    case 'co_officers':
      return co.flatMap((unit) => officersOf(roster, unit));
    case 'general_office_head':
      return withRole(roster, 'bureau_head', PRESS_OFFICE);
    case 'leadership':
      return withRole(roster, 'leadership');
    case 'operators':
      return withRole(roster, 'administrator');
  }
}

/** The one with the turn, else all of the unit's officers. */
function officersOf(roster: RosterNow, unit: string): Standing[] {
  return orElse(seated(roster, unit, 'main'), () => withRole(roster, 'bureau_officer', unit));
}

function seated(roster: RosterNow, post: string, seat: RunningShift['seat']): Standing[] {
  return onShift({ ...roster, shifts: roster.shifts.filter((shift) => shift.seat === seat) }, post);
}

function withRole({ people }: RosterNow, role: Role, bureau?: string): Standing[] {
  return people.filter((one) => one.role === role && (bureau === undefined || one.bureau === bureau));
}

function orElse(some: Standing[], others: () => Standing[]): Standing[] {
  return some.length > 0 ? some : others();
}
