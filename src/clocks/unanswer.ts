import { type EntityManager, Not } from 'typeorm';
import type { Policy } from '../domain/clocks/policy.js';
import { IncidentClock } from './clock.entity.js';
import { closeThresholds } from './threshold-rows.js';
import { keepBefore, placeUntold } from './reanchor.js';
import { type FollowedCase, followingCycles, standingCycles } from './follow-up-cycles.js';

/** Evidence that stands no longer, and through whom. */
export interface Unfounded {
  one: FollowedCase;
  evidenceId: string;
  at: Date;
  /** Account id. */
  by: string;
  reason: string;
}

/** Duties that run again, and cycles that never had to be. */
export interface Unanswered {
  reopened: IncidentClock[];
  annulled: IncidentClock[];
}

/**
 * What this evidence had answered is unanswered again, with its old limit: the verdict it had led to stays beside the next one. What was
 * told of the duty is not told again; what is crossed meanwhile is told once. Cycles of continued release that began with it are annulled:
 * the one it had answered runs on, and those that follow are reckoned anew by the next settling.
 */
export async function unanswer(tx: EntityManager, policy: Policy, what: Unfounded): Promise<Unanswered> {
  const { one, evidenceId } = what;
  const answered = await tx.findBy(IncidentClock, { incidentId: one.id, evidenceId, kind: Not('follow_up') });
  const first = answered.find(({ kind }) => kind === 'statement_5h');
  const cycles = await unanswerCycles(tx, policy, what, first);
  const reopened: IncidentClock[] = [];
  for (const clock of answered) reopened.push(await reopen(tx, policy, clock, what));
  return { reopened: [...reopened, ...cycles.reopened], annulled: cycles.annulled };
}

async function unanswerCycles(
  tx: EntityManager,
  policy: Policy,
  what: Unfounded,
  first: IncidentClock | undefined,
): Promise<Unanswered> {
  const held = await standingCycles(tx, what.one.id);
  const begunByFirst = first !== undefined && held[0]?.startAt.getTime() === beginOf(first);
  const own = begunByFirst ? [] : held.filter(({ evidenceId }) => evidenceId === what.evidenceId);
  const last = own.at(-1);
  if (!begunByFirst && !last) return { reopened: [], annulled: [] };
  const reopened: IncidentClock[] = [];
  for (const cycle of own) reopened.push(await reopen(tx, policy, cycle, what));
  const after = last ? await unfounded(tx, policy, what, { held, last }) : held;
  // What a person or a level has ended since stays ended, and what led to it as it is.
  const annulled = after.some(({ waivedAt }) => waivedAt !== null) ? own.filter(({ missedAt }) => !missedAt) : after;
  for (const cycle of annulled) await annul(tx, cycle, what);
  return { reopened: [...reopened, ...annulled.filter((one) => !own.includes(one))], annulled };
}

/** The cycles after the last one answered that do not follow from what stands, from the first such one on. */
async function unfounded(
  tx: EntityManager,
  policy: Policy,
  { one, at }: Unfounded,
  { held, last }: { held: IncidentClock[]; last: IncidentClock },
): Promise<IncidentClock[]> {
  const upTo = held.indexOf(last) + 1;
  const expected = await followingCycles(tx, policy, one, held.slice(0, upTo), at);
  const stands = (cycle: IncidentClock, index: number) =>
    expected[index]?.startAt.getTime() === cycle.startAt.getTime();
  const first = held.findIndex((cycle, index) => index >= upTo && !stands(cycle, index));
  return first < 0 ? [] : held.slice(first);
}

const beginOf = ({ metAt, openedAt }: IncidentClock): number => Math.max(metAt?.getTime() ?? 0, openedAt.getTime());

async function reopen(
  tx: EntityManager,
  policy: Policy,
  clock: IncidentClock,
  { at, by }: Unfounded,
): Promise<IncidentClock> {
  await keepBefore(tx, clock, { at, by });
  const open = { metAt: null, evidenceId: null, version: clock.version + 1 };
  await tx.update(IncidentClock, { id: clock.id }, open);
  Object.assign(clock, open);
  if (clock.missedAt === null) await placeUntold(tx, policy, clock);
  return clock;
}

async function annul(tx: EntityManager, cycle: IncidentClock, { at, by, reason }: Unfounded): Promise<void> {
  await keepBefore(tx, cycle, { at, by });
  const annulled = {
    metAt: null,
    evidenceId: null,
    missedAt: null,
    waivedAt: at,
    waivedReason: reason,
    annulledAt: at,
  };
  Object.assign(cycle, annulled, { version: cycle.version + 1 });
  await tx.update(IncidentClock, { id: cycle.id }, { ...annulled, version: cycle.version });
  await closeThresholds(tx, [cycle.id]);
}
