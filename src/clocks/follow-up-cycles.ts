import type { EntityManager } from 'typeorm';
import { cadenceOf, type Cycle, cyclesAt, type HoursFrom, newCycle, type Release } from '../domain/clocks/follow-up.js';
import { type ClockKind, type ClockRule, followUpRule, type Policy } from '../domain/clocks/policy.js';
import { thresholdsOf } from '../domain/clocks/thresholds.js';
import { graver, type Level, type LevelBasis } from '../domain/level.js';
import { IncidentClock } from './clock.entity.js';
import { silenceCycles, waiveClocks } from './clocks.js';
import { policyOf } from './policy-versions.js';
import { placeThresholds } from './threshold-rows.js';

/** What of a case decides about its continued release. The caller holds its lock. */
export interface FollowedCase {
  id: string;
  level: Level | null;
  basis: LevelBasis | null;
  clockStartAt: Date;
  ruleVersion: string;
  confirmedAt: Date | null;
}

/** What has become of the cycles. A cycle that began and was over at once stands in several lists. */
export interface CycleChange {
  begun: IncidentClock[];
  met: { clock: IncidentClock; recordedAt: Date }[];
  missed: IncidentClock[];
  ended: IncidentClock[];
}

const NOTHING: CycleChange = { begun: [], met: [], missed: [], ended: [] };

interface Sequence {
  one: FollowedCase;
  policy: Policy;
  rule: ClockRule;
  hoursFrom: HoursFrom;
  held: IncidentClock[];
  /** The number of the cycle that was written last. */
  lastNo: number;
  now: Date;
}

/**
 * Brings the cycles of a case up to this instant: the first begins once the first authoritative information is out, the next with the
 * release that answers the running one, or with the limit that passed without. In the transaction of whatever caused it.
 */
export async function settleFollowUp(
  tx: EntityManager,
  current: Policy,
  one: FollowedCase,
  now: Date,
): Promise<CycleChange> {
  const sequence = await sequenceOf(tx, current, one, now);
  if (!sequence) return NOTHING;
  const first = sequence.held.length === 0 ? await firstCycle(tx, sequence) : [];
  return settle(tx, sequence, first);
}

/** A decision about the case: `runOn` are duties that ran on the other side of a merger. `rises`: to a graver level. */
export interface CaseDecision {
  at: Date;
  reason: string;
  runOn?: readonly ClockKind[];
  rises?: boolean;
}

/**
 * The level has changed, or cases were merged: the cadence ends where the level no longer carries it, and where it ended it is taken up
 * again, from this moment, when the level carries it again. What a person ended stays so until the level is graver than it was then.
 */
export async function followLevel(
  tx: EntityManager,
  current: Policy,
  one: FollowedCase,
  { at, reason, runOn = [], rises = false }: CaseDecision,
): Promise<CycleChange> {
  const sequence = await sequenceOf(tx, current, one, at, rises);
  if (!sequence) return { ...NOTHING, ended: await waiveClocks(tx, one.id, ['follow_up'], { at, reason }) };
  const last = sequence.held.at(-1);
  if (!last) return settle(tx, sequence, await firstCycle(tx, sequence));
  const again = last.waivedAt !== null && (runOn.includes('follow_up') || mayRunAgain(last, one.level));
  if (again) return settle(tx, sequence, [newCycle(at, at, sequence.hoursFrom(at))]);
  return rises ? hastened(tx, sequence, reason) : settle(tx, sequence, []);
}

/**
 * There is a new important fact: what the public is told next is due within the hours that the policy has for it. No limit is edited: a
 * cycle that would be due later ends, and a shorter one takes its place.
 */
export async function hastenFollowUp(
  tx: EntityManager,
  current: Policy,
  one: FollowedCase,
  { at, reason }: CaseDecision,
): Promise<CycleChange> {
  const sequence = await sequenceOf(tx, current, one, at, true);
  return sequence ? hastened(tx, sequence, reason) : NOTHING;
}

async function hastened(tx: EntityManager, sequence: Sequence, reason: string): Promise<CycleChange> {
  const { one, now, hoursFrom } = sequence;
  const settled = await settle(tx, sequence, []);
  const last = (await standingCycles(tx, one.id)).at(-1);
  const next = newCycle(now, now, hoursFrom(now));
  if (!last || last.waivedAt !== null || last.metAt !== null || last.dueAt <= next.dueAt) return settled;
  const ended = await waiveClocks(tx, one.id, ['follow_up'], { at: now, reason });
  const begun = await settle(tx, { ...sequence, ...(await cyclesOf(tx, one.id)) }, [next]);
  return { ...settled, begun: [...settled.begun, ...begun.begun], ended };
}

/** Null where no cadence applies to the case. `isNewFact`: at this very instant there is one. */
async function sequenceOf(
  tx: EntityManager,
  current: Policy,
  one: FollowedCase,
  now: Date,
  isNewFact = false,
): Promise<Sequence | null> {
  const policy = await policyOf(tx, current, one.ruleVersion);
  const rule = followUpRule(policy, one.level, one.basis);
  if (!rule) return null;
  const cadence = cadenceOf(rule, one);
  const atFact = isNewFact ? now.getTime() : null;
  const hoursFrom: HoursFrom = (startAt) =>
    Math.min(cadence(startAt), startAt.getTime() === atFact ? (rule.newFactHours ?? Infinity) : Infinity);
  return { one, policy, rule, hoursFrom, now, ...(await cyclesOf(tx, one.id)) };
}

/** The cycles as they follow from these, the first ones, and from the releases that stand. Nothing is written. */
export async function followingCycles(
  tx: EntityManager,
  current: Policy,
  one: FollowedCase,
  from: readonly IncidentClock[],
  now: Date,
): Promise<Cycle[]> {
  const sequence = await sequenceOf(tx, current, one, now);
  if (!sequence) return [...from];
  return cyclesAt(from, sequence.hoursFrom, await releasesOf(tx, one.id, sequence.rule), now);
}

/** Those that rest on releases that stand, the oldest first. */
export async function standingCycles(tx: EntityManager, incidentId: string): Promise<IncidentClock[]> {
  return (await cyclesOf(tx, incidentId)).held;
}

async function cyclesOf(tx: EntityManager, incidentId: string): Promise<Pick<Sequence, 'held' | 'lastNo'>> {
  const all = await tx.find(IncidentClock, { where: { incidentId, kind: 'follow_up' }, order: { cycleNo: 'ASC' } });
  return { held: all.filter(({ annulledAt }) => annulledAt === null), lastNo: all.at(-1)?.cycleNo ?? 0 };
}

/** From the first authoritative information, but not from before the case had to give it. */
async function firstCycle(tx: EntityManager, { one, hoursFrom, now }: Sequence): Promise<Cycle[]> {
  const statement = await tx.findOneBy(IncidentClock, { incidentId: one.id, kind: 'statement_5h' });
  if (!statement?.metAt) return [];
  const { metAt, openedAt } = statement;
  const startAt = metAt > openedAt ? metAt : openedAt;
  return [newCycle(startAt, now, hoursFrom(startAt))];
}

/** What ended with a decision about the level begins again with the level; what a person ended, with a graver one. */
function mayRunAgain({ waivedAtLevel }: IncidentClock, level: Level | null): boolean {
  if (waivedAtLevel === null) return true;
  const then = waivedAtLevel === 'none' ? null : waivedAtLevel;
  return graver(then, level) !== then;
}

async function settle(tx: EntityManager, sequence: Sequence, begins: Cycle[]): Promise<CycleChange> {
  const { rule, hoursFrom, held, lastNo, now, one } = sequence;
  if (held.length + begins.length === 0) return NOTHING;
  const releases = await releasesOf(tx, one.id, rule);
  const cycles = cyclesAt([...held, ...begins], hoursFrom, releases, now);
  const change: CycleChange = { begun: [], met: [], missed: [], ended: [] };
  for (const [index, cycle] of cycles.entries()) {
    const before = held[index];
    if (before && isSame(before, cycle)) continue;
    const clock = before
      ? await keepVerdict(tx, before, cycle)
      : await begin(tx, sequence, cycle, lastNo + 1 + index - held.length);
    if (!before) change.begun.push(clock);
    if (clock.missedAt !== null && !before?.missedAt) change.missed.push(clock);
    const release = releases.find(({ id }) => id === clock.evidenceId);
    if (release && before?.evidenceId !== release.id) change.met.push({ clock, recordedAt: release.recordedAt });
  }
  if (change.met.length > 0) await silenceCycles(tx, one.id);
  return change;
}

function releasesOf(tx: EntityManager, incidentId: string, { answeredBy }: ClockRule): Promise<Release[]> {
  return tx.query<Release[]>(
    `select id, title, at, coalesce(known_since, recorded_at) as "recordedAt", confirmed_at as "confirmedAt" from evidence
     where incident_id = $1 and form = $2 and official and standing order by at, recorded_at`,
    [incidentId, answeredBy],
  );
}

const isSame = (a: IncidentClock, b: Cycle): boolean =>
  a.evidenceId === b.evidenceId && a.missedAt?.getTime() === b.missedAt?.getTime();

async function keepVerdict(tx: EntityManager, clock: IncidentClock, cycle: Cycle): Promise<IncidentClock> {
  const { metAt, evidenceId, missedAt } = cycle;
  await tx.update(IncidentClock, { id: clock.id }, { metAt, evidenceId, missedAt });
  return { ...clock, metAt, evidenceId, missedAt };
}

/**
 * Writes a cycle with its thresholds, dated at the instant from which the system could know of them: what it was down for counts as its
 * own lateness. A cycle that was answered before it was written has nothing to tell.
 */
async function begin(
  tx: EntityManager,
  { one, policy, rule }: Sequence,
  cycle: Cycle,
  cycleNo: number,
): Promise<IncidentClock> {
  const { startAt, dueAt, openedAt, metAt, evidenceId, missedAt } = cycle;
  const [row] = await tx.query<{ id: string }[]>(
    `insert into incident_clock (incident_id, kind, cycle_no, rule_version, start_at, start_basis, opened_at, due_at, met_at,
       evidence_id, missed_at, citation)
     values ($1, 'follow_up', $2, $3, $4, 'released', $5, $6, $7, $8, $9, $10) returning id`,
    [one.id, cycleNo, policy.version, startAt, openedAt, dueAt, metAt, evidenceId, missedAt, rule.citation],
  );
  const clock = await tx.findOneByOrFail(IncidentClock, { id: row?.id ?? '' });
  if (metAt !== null) return clock;
  const { confirmedAt } = one;
  const { unconfirmedMinutes } = policy;
  const told = await toldOfAnnulled(tx, one.id, dueAt);
  const thresholds = thresholdsOf(rule, { startAt, dueAt, openedAt, confirmedAt, unconfirmedMinutes });
  await placeThresholds(
    tx,
    clock,
    thresholds.filter(({ key }) => !told.includes(key)),
  );
  await tx.query('update clock_threshold set placed_at = $2 where clock_id = $1', [clock.id, openedAt]);
  return clock;
}

/** What was told already of the same limit, by a cycle that was annulled since. */
async function toldOfAnnulled(tx: EntityManager, incidentId: string, dueAt: Date): Promise<string[]> {
  const rows = await tx.query<{ key: string }[]>(
    `select t.key from clock_threshold t join incident_clock c on c.id = t.clock_id
     where c.incident_id = $1 and c.due_at = $2 and c.annulled_at is not null and t.outcome = 'fired'`,
    [incidentId, dueAt],
  );
  return rows.map(({ key }) => key);
}
