import type { EntityManager } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { meetClocks } from '../clocks/clocks.js';
import { settleFollowUp } from '../clocks/follow-up-cycles.js';
import { clocksAnsweredBy } from '../clocks/policy-versions.js';
import type { Policy } from '../domain/clocks/policy.js';
import { isOpenTo } from '../domain/clocks/follow-up.js';
import { isLateRecord } from '../domain/clocks/statutory.js';
import type { JournalRow } from '../journal/append.js';
import { cycleData, metData } from './duties.js';
import { Evidence } from './evidence.entity.js';
import type { MoveScene } from './moves.js';
import { type Agreed, type Carrying, decidedBy, withSecondPerson } from './second-person.js';
import { seenCase } from './seen-case.js';

/**
 * 补录达标: where evidence states a publication within a limit that had passed when it was recorded, that duty stays overdue until
 * another person has vouched for it.
 */
export async function askForLate(scene: MoveScene, policy: Policy, evidence: Evidence): Promise<JournalRow[]> {
  const { tx, incident } = scene;
  const kinds = (await lateClocks(tx, policy, evidence)).map((clock) => clock.kind).sort();
  if (kinds.length === 0 || (await isWaiting(tx, evidence.id))) return [];
  const { id, form, channel, url, place, title } = evidence;
  const what = { evidenceId: id, form, at: evidence.at.toISOString(), channel, url, place, title };
  const payload = { ...what, kinds, seen: await seenCase(tx, incident) };
  const asking = { kind: 'late_evidence' as const, subject: id, payload, reason: '' };
  return (await withSecondPerson(scene, asking, carryOutLate(policy))) ?? [];
}

/** Another person has vouched for the publication; it answers by its own instant. */
export const carryOutLate =
  (policy: Policy): Carrying =>
  async (scene, agreed) => {
    const { tx, incident, now } = scene;
    const id = String(agreed.payload['evidenceId']);
    await tx.update(Evidence, { id }, { confirmedBy: scene.actor.id, confirmedAt: now });
    const evidence = await tx.findOneByOrFail(Evidence, { id });
    const met = await meetClocks(tx, policy, incident.id, evidence);
    const cycles = cycleData(await settleFollowUp(tx, policy, incident, now), now);
    return [confirmedRow(scene, evidence, met, cycles, agreed)];
  };

function confirmedRow(
  { incident, now, actor }: MoveScene,
  evidence: Evidence,
  met: IncidentClock[],
  cycles: ReturnType<typeof cycleData>,
  agreed: Agreed,
): JournalRow {
  const { id, form, at, recordedAt } = evidence;
  const told = [...met.map((clock) => metData(clock, now, recordedAt)), ...cycles.met];
  const { clocks, missed } = cycles;
  const data = { evidenceId: id, form, at, recordedAt, clocks, met: told, missed, ...decidedBy(agreed) };
  return { kind: 'evidence.confirmed', incidentId: incident.id, actor: actor.id, data };
}

/** The duties it would answer in time, were it not recorded after the limit. */
async function lateClocks(tx: EntityManager, policy: Policy, evidence: Evidence): Promise<IncidentClock[]> {
  if (!evidence.official || !evidence.standing || evidence.confirmedAt !== null) return [];
  const answered = await clocksAnsweredBy(tx, policy, evidence.incidentId, evidence.form);
  const clocks = await tx.findBy(IncidentClock, { incidentId: evidence.incidentId });
  return clocks.filter(
    (clock) => answered.includes(clock.id) && isOpenTo(clock, evidence.at) && isLateRecord(evidence, clock.dueAt),
  );
}

async function isWaiting(tx: EntityManager, evidenceId: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `select from second_person_request where kind = 'late_evidence' and subject = $1 and outcome is null`,
    [evidenceId],
  );
  return found.length > 0;
}
