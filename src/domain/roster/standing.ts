import { PRESS_OFFICE } from '../press-office.js';
import { maySee, type Role } from '../rights.js';
import {
  type AskingCase,
  type CampaignDuty,
  DUTY_DESK,
  mayTakeTurn,
  type Post,
  type RunningShift,
  type Standing,
} from './post.js';

/** All who may sign in, and the turns that run now. */
export interface RosterNow {
  people: readonly Standing[];
  shifts: readonly RunningShift[];
  campaigns: readonly CampaignDuty[];
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
 * of them stand for it. For a case of a campaign its people stand beside the desk, never instead of it.
 */
export function personsOn(roster: RosterNow, post: Post, asking: AskingCase): Standing[] {
  const own = onPost(roster, post, asking);
  return isDesk(roster, post, asking) ? [...new Set([...own, ...ofCampaigns(roster, asking)])] : own;
}

function onPost(roster: RosterNow, post: Post, asking: AskingCase): Standing[] {
  const all = unrestricted(roster, post, asking);
  const named = asking.restrictedTo;
  if (!named) return all;
  const cleared = all.filter((person) => named.includes(person.accountId));
  if (post !== 'duty' || cleared.length > 0) return cleared;
  return roster.people.filter((person) => named.includes(person.accountId));
}

function unrestricted(roster: RosterNow, post: Post, { lead, co, holder }: AskingCase): Standing[] {
  switch (post) {
    case 'duty':
      return orElse(onShift(roster, DUTY_DESK), () => withRole(roster, 'duty_officer'));
    case 'lead_officer':
      return orElse(held(roster, lead, holder), () => leadOfficers(roster, lead));
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

/** The desk itself, or where it stands for officers whom the press office does not have. */
function isDesk(roster: RosterNow, post: Post, { lead, holder }: AskingCase): boolean {
  if (post !== 'lead_officer' || lead !== PRESS_OFFICE) return post === 'duty';
  return held(roster, lead, holder).length + officersOf(roster, lead).length === 0;
}

/** The people of the case's campaigns, as far as they may know of it. */
function ofCampaigns({ people, campaigns }: RosterNow, { campaigns: carried = [], ...asking }: AskingCase): Standing[] {
  const listed = campaigns.filter(({ campaignId }) => carried.includes(campaignId)).flatMap((one) => one.accountIds);
  const about = { ...asking, restrictedTo: asking.restrictedTo ?? null };
  return people.filter((one) => listed.includes(one.accountId) && maySee({ ...one, id: one.accountId }, about));
}

/** Whoever has it in hand, while he is still of the bureau. */
function held({ people }: RosterNow, lead: string, holder: string | null | undefined): Standing[] {
  return people.filter((one) => one.accountId === holder && one.bureau === lead);
}

/** What a bureau has sent back, and what no other leads, is with the press office: where it has no officers, its desk. */
function leadOfficers(roster: RosterNow, lead: string): Standing[] {
  const officers = officersOf(roster, lead);
  return lead === PRESS_OFFICE ? orElse(officers, () => unrestricted(roster, 'duty', { lead, co: [] })) : officers;
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
