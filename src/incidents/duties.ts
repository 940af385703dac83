import type { EntityManager } from 'typeorm';
import { type Answer, meetClocks, resumeClocks, runningClocks, startClock, waiveClocks } from '../clocks/clocks.js';
import { placeTargets } from '../clocks/internal-targets.js';
import { keepLadder } from '../clocks/ladder.js';
import { IncidentClock } from '../clocks/clock.entity.js';
import { type CycleChange, followLevel } from '../clocks/follow-up-cycles.js';
import { policyOf } from '../clocks/policy-versions.js';
import { reanchorClocks } from '../clocks/reanchor.js';
import { type ClockKind, type Policy, ruleOf } from '../domain/clocks/policy.js';
import { standing } from '../domain/clocks/standing.js';
import { isLateRecord, isStatutory } from '../domain/clocks/statutory.js';
import { graver } from '../domain/level.js';
import type { Incident } from './incident.entity.js';
import { clockData } from './open-incident.js';

/** What a change of level did to the duties, as a journal row tells it: begun or resumed, answered already, ended. */
export interface DutyChange {
  clocks: Record<string, unknown>[];
  met: Record<string, unknown>[];
  waived: Record<string, unknown>[];
}

/** Why duties change. `runOn`: what leadership waived here ran elsewhere, and runs on (a merger). */
interface Decision {
  at: Date;
  reason: string;
  runOn?: readonly ClockKind[];
  /** The level rises with it. */
  rises?: boolean;
}

/**
 * Brings the duties of a case in line with its level: the wanted ones begin, or run on after a waiver, always from the
 * case's own start and by the policy it began with; the other running ones end with the reason. What was published before answers
 * them at once. What leadership has waived stays so, unless the level is graver now than it was then. Continued release follows the
 * level by rules of its own.
 */
export async function changeDuties(
  tx: EntityManager,
  current: Policy,
  incident: Incident,
  kinds: ClockKind[],
  decision: Decision,
): Promise<DutyChange> {
  const wanted = kinds.filter(isStatutory);
  const policy = await policyOf(tx, current, incident.ruleVersion);
  const running = (await runningClocks(tx, incident.id)).map((clock) => clock.kind).filter(isStatutory);
  const begun = await takeUp(tx, policy, incident, wanted, decision);
  const met = await applyEvidence(tx, policy, incident.id);
  const ended = running.filter((kind) => !wanted.includes(kind));
  const waived = await waiveClocks(tx, incident.id, ended, decision);
  const cycles = cycleData(await followLevel(tx, current, incident, decision), decision.at);
  await keepLadder(tx, policy, incident, decision.at);
  await placeTargets(tx, policy, incident, decision.at);
  return {
    clocks: [...begun.map(clockData), ...cycles.clocks],
    met: [...met.map(({ clock, recordedAt }) => metData(clock, decision.at, recordedAt)), ...cycles.met],
    waived: [...waivedData(waived, decision.at), ...cycles.waived],
  };
}

/** What has become of the cycles of continued release, as journal rows tell it. */
export function cycleData({ begun, met, missed, ended }: CycleChange, now: Date): DutyChange & { missed: object[] } {
  return {
    clocks: begun.map(clockData),
    met: met.map(({ clock, recordedAt }) => metData(clock, now, recordedAt)),
    waived: waivedData(ended, now),
    missed: missed.map(clockData),
  };
}

/** A clock that evidence has answered, with its verdict; with `recordedAt` of that evidence, whether it is 补录达标. */
export function metData(clock: IncidentClock, now: Date, recordedAt?: Date): Record<string, unknown> {
  const { metAt, dueAt } = clock;
  const late = recordedAt && metAt && { recordedLate: isLateRecord({ at: metAt, recordedAt }, dueAt) };
  return { ...clockData(clock), metAt, verdict: standing(clock, now), ...late };
}

/** Clocks that a decision has ended, with the time that was left, ms. */
export function waivedData(clocks: IncidentClock[], now: Date): Record<string, unknown>[] {
  return clocks.map((clock) => ({ ...clockData(clock), msLeft: clock.dueAt.getTime() - now.getTime() }));
}

async function takeUp(
  tx: EntityManager,
  policy: Policy,
  incident: Incident,
  kinds: ClockKind[],
  { at: now, runOn = [] }: Decision,
): Promise<IncidentClock[]> {
  const waivedFor = await waivedByLeadership(tx, incident);
  const resumed = kinds.filter((kind) => runOn.includes(kind) || !waivedFor.includes(kind));
  const clocks = await resumeClocks(tx, policy, incident.id, resumed, now);
  if (clocks.length > 0) await toStartOfCase(tx, policy, incident, clocks, now);
  for (const kind of kinds) {
    const clock = await startClock(tx, policy, ruleOf(policy, kind), {
      incidentId: incident.id,
      start: { startAt: incident.clockStartAt, basis: incident.clockBasis },
      openedAt: now,
      confirmedAt: incident.confirmedAt,
    });
    if (clock) clocks.push(clock);
  }
  return clocks;
}

/** The start may have moved while these duties stood still: they run from that of the case. */
async function toStartOfCase(
  tx: EntityManager,
  policy: Policy,
  { id, clockStartAt, clockBasis }: Incident,
  clocks: IncidentClock[],
  now: Date,
): Promise<void> {
  const how = { at: now, by: 'system:incidents', mayBeLater: true };
  const moved = await reanchorClocks(tx, policy, id, { startAt: clockStartAt, basis: clockBasis }, how);
  for (const clock of clocks) {
    Object.assign(
      clock,
      moved.find((one) => one.id === clock.id),
    );
  }
}

/** What leadership has waived at this level or a graver one. */
async function waivedByLeadership(tx: EntityManager, { id, level }: Incident): Promise<ClockKind[]> {
  const clocks = await tx.findBy(IncidentClock, { incidentId: id });
  return clocks
    .filter(({ waivedAt, waivedAtLevel }) => {
      if (waivedAt === null || waivedAtLevel === null) return false;
      const then = waivedAtLevel === 'none' ? null : waivedAtLevel;
      return graver(then, level) === then;
    })
    .map((clock) => clock.kind);
}

/** Official evidence answers what it can answer, the earliest first. */
async function applyEvidence(tx: EntityManager, policy: Policy, incidentId: string) {
  const recorded = await tx.query<Answer[]>(
    `select id, form, at, coalesce(known_since, recorded_at) as "recordedAt", confirmed_at as "confirmedAt" from evidence
     where incident_id = $1 and official and standing order by at, recorded_at`,
    [incidentId],
  );
  const met: { clock: IncidentClock; recordedAt: Date }[] = [];
  for (const answer of recorded) {
    const clocks = await meetClocks(tx, policy, incidentId, answer);
    met.push(...clocks.map((clock) => ({ clock, recordedAt: answer.recordedAt })));
  }
  return met;
}
