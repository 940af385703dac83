import { type EntityManager, IsNull, Not } from 'typeorm';
import { type ClockStart, dueAt } from '../domain/clocks/deadlines.js';
import { type Policy, ruleOf } from '../domain/clocks/policy.js';
import { standing } from '../domain/clocks/standing.js';
import { HELD, type Threshold, thresholdsOf } from '../domain/clocks/thresholds.js';
import { IncidentClock } from './clock.entity.js';
import { policyOf } from './policy-versions.js';
import { placeThresholds } from './threshold-rows.js';

/** Who moves a start, and when. */
export interface Reanchoring {
  at: Date;
  /** Account id or `system:<room>`. */
  by: string;
  /** Two persons have agreed that it began later than was held. */
  mayBeLater?: boolean;
}

/**
 * The case began at another instant than was known: its duties run from that start, as the next version of their rows. Unfired rows of
 * the old version are superseded; what was told already is not told again, and what is crossed now is told at once. The start that is
 * replaced stays, with its limit and the verdict it had led to. Only ever earlier, unless two persons say otherwise: then the limit lies
 * ahead again, and its warnings with it. Waived duties stay as they are, and so do cycles
 * of continued release, which begin with a release.
 * @returns the clocks that were moved
 */
export async function reanchorClocks(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  start: ClockStart,
  how: Reanchoring,
): Promise<IncidentClock[]> {
  const clocks = await tx.find(IncidentClock, {
    where: { incidentId, waivedAt: IsNull(), kind: Not('follow_up') },
    order: { kind: 'ASC' },
  });
  const moves = ({ startAt }: IncidentClock) =>
    startAt > start.startAt || (how.mayBeLater === true && startAt < start.startAt);
  const moved = clocks.filter(moves);
  for (const clock of moved) {
    await keepBefore(tx, clock, how);
    await reanchor(tx, policy, clock, start, how.at);
  }
  return moved;
}

/** What is held of a clock before a fact it rests on is corrected, with the verdict it has led to. The caller raises the version. */
export async function keepBefore(
  tx: EntityManager,
  clock: IncidentClock,
  { at, by }: Pick<Reanchoring, 'at' | 'by'>,
): Promise<void> {
  await tx.query(
    `insert into clock_start_before (clock_id, version, start_at, start_basis, due_at, verdict, replaced_at, replaced_by, met_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[clock.id, clock.version, clock.startAt, clock.startBasis, clock.dueAt],
      ...[standing(clock, at), at, by, clock.metAt],
    ],
  );
}

async function reanchor(
  tx: EntityManager,
  policy: Policy,
  clock: IncidentClock,
  start: ClockStart,
  now: Date,
): Promise<void> {
  const own = await policyOf(tx, policy, clock.ruleVersion);
  const rule = ruleOf(own, clock.kind);
  const isLater = start.startAt > clock.startAt;
  const moved = { startAt: start.startAt, startBasis: start.basis, dueAt: dueAt(start.startAt, rule) };
  Object.assign(clock, moved, { version: clock.version + 1 });
  await tx.update(IncidentClock, { id: clock.id }, { ...moved, version: clock.version });
  if (clock.metAt === null) await placeUntold(tx, policy, clock, isLater ? now : null);
}

/**
 * Places the thresholds of the clock's present version that nobody has been told of yet; what waits of former versions is superseded.
 * @param again of what lies after this instant, all is told again
 */
export async function placeUntold(
  tx: EntityManager,
  policy: Policy,
  clock: IncidentClock,
  again: Date | null = null,
): Promise<void> {
  const own = await policyOf(tx, policy, clock.ruleVersion);
  const rule = ruleOf(own, clock.kind);
  const [{ confirmedAt } = { confirmedAt: null }] = await tx.query<{ confirmedAt: Date | null }[]>(
    'select confirmed_at as "confirmedAt" from incident where id = $1',
    [clock.incidentId],
  );
  const keys = rule.thresholds.flatMap(({ key }) => [key, `${key}${HELD}`]);
  // A risen level or another bureau that leads is no matter of the start: who is still to hear of it hears of it.
  await tx.query(
    `update clock_threshold set outcome = 'superseded' where clock_id = $1 and outcome is null and key = any($2)`,
    [clock.id, keys],
  );
  const told = await toldKeys(tx, clock.id);
  const span = { ...clock, confirmedAt, unconfirmedMinutes: own.unconfirmedMinutes };
  const isUntold = ({ key, fireAt }: Threshold) => !told.has(key) || (again !== null && fireAt > again);
  await placeThresholds(tx, clock, thresholdsOf(rule, span).filter(isUntold));
}

async function toldKeys(tx: EntityManager, clockId: string): Promise<Set<string>> {
  const told = await tx.query<{ key: string }[]>(
    `select distinct key from clock_threshold where clock_id = $1 and outcome = 'fired'`,
    [clockId],
  );
  return new Set(told.map(({ key }) => key));
}
