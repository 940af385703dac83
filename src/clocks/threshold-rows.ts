import type { EntityManager } from 'typeorm';
import type { ClockRule, Hearer } from '../domain/clocks/policy.js';
import { type Threshold, waitsForConfirmation } from '../domain/clocks/thresholds.js';
import type { IncidentClock } from './clock.entity.js';

/** Writes threshold rows of the clock's present version and wakes the sweepers. */
export async function placeThresholds(tx: EntityManager, clock: IncidentClock, thresholds: Threshold[]): Promise<void> {
  await tx.query(
    `insert into clock_threshold (clock_id, key, version, fire_at, audience)
     select $1, key, $2, fire_at, string_to_array(audience, ',')
     from unnest($3::text[], $4::timestamptz[], $5::text[]) as t (key, fire_at, audience)`,
    [
      clock.id,
      clock.version,
      thresholds.map((one) => one.key),
      thresholds.map((one) => one.fireAt),
      thresholds.map((one) => one.audience.join(',')),
    ],
  );
  await tx.query('notify thresholds');
}

/** Writes rows as the clock's next version; rows of earlier versions, fired or not, stay as they are. */
export async function placeAsNextVersion(
  tx: EntityManager,
  clock: IncidentClock,
  thresholds: Threshold[],
): Promise<void> {
  const next = { ...clock, version: clock.version + 1 };
  await tx.query('update incident_clock set version = $2 where id = $1', [clock.id, next.version]);
  await placeThresholds(tx, next, thresholds);
}

/** Takes the unfired rows that wait for a confirmation off the clock, to be placed anew. A fired row is never touched. */
export async function supersedeWaiting(
  tx: EntityManager,
  clock: IncidentClock,
  rule: ClockRule,
  now: Date,
): Promise<Omit<Threshold, 'fireAt'>[]> {
  const pending = await tx.query<{ id: string; key: string; audience: Hearer[] }[]>(
    `select id, key, audience from clock_threshold where clock_id = $1 and outcome is null and fire_at > $2 for update`,
    [clock.id, now],
  );
  const waiting = pending.filter((row) => waitsForConfirmation(row.key, rule));
  await tx.query(`update clock_threshold set outcome = 'superseded' where id = any($1)`, [
    waiting.map((row) => row.id),
  ]);
  return waiting;
}

/** Nothing more is to be said of these clocks: rows still pending are closed, and so are notices not yet delivered. */
export async function closeThresholds(tx: EntityManager, clockIds: string[]): Promise<void> {
  await tx.query(`update clock_threshold set outcome = 'closed' where clock_id = any($1) and outcome is null`, [
    clockIds,
  ]);
  await tx.query(
    `update notice set state = 'closed' where state = 'pending'
       and alert_id in (select id from deadline_alert where clock_id = any($1))`,
    [clockIds],
  );
}
