import type { EntityManager } from 'typeorm';
import { meetClocks, resumeClocks, runningClocks, startClock, waiveClocks } from '../clocks/clocks.js';
import type { IncidentClock } from '../clocks/clock.entity.js';
import { type ClockKind, type EvidenceForm, type Policy, ruleOf } from '../domain/clocks/policy.js';
import { standing } from '../domain/clocks/standing.js';
import type { Incident } from './incident.entity.js';
import { clockData } from './open-incident.js';

/** What a change of level did to the duties, as a journal row tells it: begun or resumed, answered already, ended. */
export interface DutyChange {
  clocks: Record<string, unknown>[];
  met: Record<string, unknown>[];
  waived: Record<string, unknown>[];
}

/**
 * Brings the duties of a case in line with its level: the wanted ones begin, or run on after a waiver, always from the
 * case's own start; the other running ones end with the reason. What was published before answers them at once.
 */
export async function changeDuties(
  tx: EntityManager,
  policy: Policy,
  incident: Incident,
  wanted: ClockKind[],
  decision: { at: Date; reason: string },
): Promise<DutyChange> {
  const running = (await runningClocks(tx, incident.id)).map((clock) => clock.kind);
  const begun = await takeUp(tx, policy, incident, wanted, decision.at);
  const met = await applyEvidence(tx, policy, incident.id);
  const ended = running.filter((kind) => !wanted.includes(kind));
  const waived = await waiveClocks(tx, incident.id, ended, decision);
  return {
    clocks: begun.map(clockData),
    met: met.map((clock) => metData(clock, decision.at)),
    waived: waivedData(waived, decision.at),
  };
}

/** A clock that evidence has answered, with its verdict. */
export function metData(clock: IncidentClock, now: Date): Record<string, unknown> {
  return { ...clockData(clock), metAt: clock.metAt, verdict: standing(clock, now) };
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
  now: Date,
): Promise<IncidentClock[]> {
  const clocks = await resumeClocks(tx, policy, incident.id, kinds, now);
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

/** The earliest official evidence of each form answers what it can answer. */
async function applyEvidence(tx: EntityManager, policy: Policy, incidentId: string): Promise<IncidentClock[]> {
  const earliest = await tx.query<{ id: string; form: EvidenceForm; at: Date }[]>(
    `select distinct on (form) id, form, at from evidence where incident_id = $1 and official order by form, at`,
    [incidentId],
  );
  const met: IncidentClock[] = [];
  for (const evidence of earliest) met.push(...(await meetClocks(tx, policy, incidentId, evidence)));
  return met;
}
