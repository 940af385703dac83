import { type EntityManager, IsNull } from 'typeorm';
import { type ClockStart, dueAt } from '../domain/clocks/deadlines.js';
import { type Policy, ruleOf } from '../domain/clocks/policy.js';
import { HELD, thresholdsOf } from '../domain/clocks/thresholds.js';
import { IncidentClock } from './clock.entity.js';
import { placeThresholds } from './threshold-rows.js';

/**
 * The case began earlier than was known (two cases are one): its duties run from that start, as the next version of their rows.
 * Unfired rows of the old version are superseded; what was told already is not told again, and what is crossed now is told at once.
 * Only ever earlier; waived duties stay as they are.
 * @returns the clocks that were moved
 */
export async function reanchorClocks(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  start: ClockStart,
): Promise<IncidentClock[]> {
  const clocks = await tx.find(IncidentClock, { where: { incidentId, waivedAt: IsNull() }, order: { kind: 'ASC' } });
  const moved = clocks.filter((clock) => clock.startAt > start.startAt);
  for (const clock of moved) await reanchor(tx, policy, clock, start);
  return moved;
}

async function reanchor(tx: EntityManager, policy: Policy, clock: IncidentClock, start: ClockStart): Promise<void> {
  const rule = ruleOf(policy, clock.kind);
  const moved = { startAt: start.startAt, startBasis: start.basis, dueAt: dueAt(start.startAt, rule) };
  Object.assign(clock, moved, { version: clock.version + 1 });
  await tx.update(IncidentClock, { id: clock.id }, { ...moved, version: clock.version });
  if (clock.metAt !== null) return;
  const [{ confirmedAt } = { confirmedAt: null }] = await tx.query<{ confirmedAt: Date | null }[]>(
    'select confirmed_at as "confirmedAt" from incident where id = $1',
    [clock.incidentId],
  );
  const own = rule.thresholds.flatMap(({ key }) => [key, `${key}${HELD}`]);
  // A risen level or another bureau that leads is no matter of the start: who is still to hear of it hears of it.
  await tx.query(
    `update clock_threshold set outcome = 'superseded' where clock_id = $1 and outcome is null and key = any($2)`,
    [clock.id, own],
  );
  const told = await tx.query<{ key: string }[]>(
    `select distinct key from clock_threshold where clock_id = $1 and outcome = 'fired'`,
    [clock.id],
  );
  const span = { ...clock, confirmedAt, unconfirmedMinutes: policy.unconfirmedMinutes };
  const ahead = thresholdsOf(rule, span).filter(({ key }) => !told.some((one) => one.key === key));
  await placeThresholds(tx, clock, ahead);
}
