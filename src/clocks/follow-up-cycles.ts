import type { EntityManager } from 'typeorm';
import { type Cycle, cyclesAt, newCycle, type Release } from '../domain/clocks/follow-up.js';
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
  held: IncidentClock[];
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

/** A decision about the case: `runOn` are duties that ran on the other side of a merger. */
export interface CaseDecision {
  at: Date;
  reason: string;
  runOn?: readonly ClockKind[];
}

/**
 * The level has changed, or cases were merged: the cadence ends where the level no longer carries it, and where it ended it is taken up
 * again, from this moment, when the level carries it again. What a person ended stays so until the level is graver than it was then.
 */
export async function followLevel(
  tx: EntityManager,
  current: Policy,
  one: FollowedCase,
  { at, reason, runOn = [] }: CaseDecision,
): Promise<CycleChange> {
  const sequence = await sequenceOf(tx, current, one, at);
  if (!sequence) return { ...NOTHING, ended: await waiveClocks(tx, one.id, ['follow_up'], { at, reason }) };
  const last = sequence.held.at(-1);
  if (!last) return settle(tx, sequence, await firstCycle(tx, sequence));
  const again = last.waivedAt !== null && (runOn.includes('follow_up') || mayRunAgain(last, one.level));
  return settle(tx, sequence, again ? [newCycle(at, at, sequence.rule.hours)] : []);
}

/** Null where no cadence applies to the case. */
async function sequenceOf(tx: EntityManager, current: Policy, one: FollowedCase, now: Date): Promise<Sequence | null> {
  const policy = await policyOf(tx, current, one.ruleVersion);
  const rule = followUpRule(policy, one.level, one.basis);
  if (!rule) return null;
  const held = await tx.find(IncidentClock, {
    where: { incidentId: one.id, kind: 'follow_up' },
    order: { cycleNo: 'ASC' },
  });
  return { one, policy, rule, held, now };
}

/** From the first authoritative information, but not from before the case had to give it. */
async function firstCycle(tx: EntityManager, { one, rule, now }: Sequence): Promise<Cycle[]> {
  const statement = await tx.findOneBy(IncidentClock, { incidentId: one.id, kind: 'statement_5h' });
  if (!statement?.metAt) return [];
  const { metAt, openedAt } = statement;
  return [newCycle(metAt > openedAt ? metAt : openedAt, now, rule.hours)];
}

/** What ended with a decision about the level begins again with the level; what a person ended, with a graver one. */
function mayRunAgain({ waivedAtLevel }: IncidentClock, level: Level | null): boolean {
  if (waivedAtLevel === null) return true;
  const then = waivedAtLevel === 'none' ? null : waivedAtLevel;
  return graver(then, level) !== then;
}

async function settle(tx: EntityManager, sequence: Sequence, begins: Cycle[]): Promise<CycleChange> {
  const { rule, held, now, one } = sequence;
  if (held.length + begins.length === 0) return NOTHING;
  const releases = await releasesOf(tx, one.id, rule);
  const cycles = cyclesAt([...held, ...begins], rule.hours, releases, now);
  const change: CycleChange = { begun: [], met: [], missed: [], ended: [] };
  for (const [index, cycle] of cycles.entries()) {
    const before = held[index];
    if (before && isSame(before, cycle)) continue;
    const clock = before
      ? await keepVerdict(tx, before, cycle)
      : await begin(tx, sequence, cycle, (held.at(-1)?.cycleNo ?? 0) + 1 + index - held.length);
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
    `select id, title, at, recorded_at as "recordedAt", confirmed_at as "confirmedAt" from evidence
     where incident_id = $1 and form = $2 and official order by at, recorded_at`,
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
  await placeThresholds(tx, clock, thresholdsOf(rule, { startAt, dueAt, openedAt, confirmedAt, unconfirmedMinutes }));
  await tx.query('update clock_threshold set placed_at = $2 where clock_id = $1', [clock.id, openedAt]);
  return clock;
}
