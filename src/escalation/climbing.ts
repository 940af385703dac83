import type { EntityManager } from 'typeorm';
import { beginSilence, keepLadder, OF_LADDER } from '../clocks/ladder.js';
import { ACK_EXPIRES } from '../domain/clocks/ladder.js';
import type { Settings } from '../settings/settings.js';
import { renewAcknowledgements } from './acknowledgements.js';
import { skipRungs } from './empty-rungs.js';
import { claimClocks, claimOne, DUE, type FiredThreshold } from './fired.js';

/**
 * Claims all that is due on the clocks whose ladder has a row due, and moves their ladders: what nobody could be told by is passed
 * over, an acknowledgement that saw no progress ends. The case is locked before its rows, as every move does; one that is just being
 * moved is left for the next sweep.
 * @param most cases
 */
export async function claimLadder(tx: EntityManager, settings: Settings, most: number): Promise<FiredThreshold[]> {
  const due = await tx.query<{ incidentId: string }[]>(
    `select c.incident_id as "incidentId" from incident_clock c where c.id = any(array(
       select clock_id from clock_threshold where ${DUE} and ${OF_LADDER} order by fire_at limit $1))`,
    [most],
  );
  return due.length === 0 ? [] : climb(tx, settings, [...new Set(due.map((row) => row.incidentId))]);
}

/** Claims one row by id, for going on past a row that failed; a row of a ladder with all that is due on its clock. */
export async function claimRow(tx: EntityManager, settings: Settings, id: string): Promise<FiredThreshold[]> {
  const [row] = await tx.query<{ incidentId: string }[]>(
    `select c.incident_id as "incidentId" from clock_threshold t join incident_clock c on c.id = t.clock_id
     where t.id = $1 and ${OF_LADDER}`,
    [id],
  );
  return row ? climb(tx, settings, [row.incidentId]) : claimOne(tx, id);
}

async function climb(tx: EntityManager, settings: Settings, incidentIds: string[]): Promise<FiredThreshold[]> {
  const locked = await tx.query<{ id: string }[]>(
    'select id from incident where id = any($1) for no key update skip locked',
    [incidentIds],
  );
  const ids = locked.map((row) => row.id);
  await renewAcknowledgements(tx, settings.policy, ids);
  const clocks = await tx.query<{ id: string }[]>(
    `select distinct clock_id as id from clock_threshold where ${DUE} and ${OF_LADDER}
       and clock_id in (select id from incident_clock where incident_id = any($1))`,
    [ids],
  );
  const claimed = await claimClocks(
    tx,
    clocks.map((row) => row.id),
  );
  const fired = await skipRungs(tx, settings, claimed);
  for (const one of fired) if (one.key === ACK_EXPIRES && !one.over) await endAcknowledgement(tx, settings, one);
  return fired;
}

/** Nobody has it any longer: the rungs that have not heard are placed anew, counted from the instant at which it ended. */
async function endAcknowledgement(tx: EntityManager, { policy }: Settings, one: FiredThreshold): Promise<void> {
  const { incidentId: id, channel, detectedAt, fireAt } = one;
  await tx.query(
    'update incident set acknowledged_at = null, acknowledged_by = null, holder = null, version = version + 1 where id = $1',
    [id],
  );
  await beginSilence(tx, id, fireAt, false);
  const [row] = await tx.query<{ confirmedAt: Date | null }[]>(
    'select confirmed_at as "confirmedAt" from incident where id = $1',
    [id],
  );
  await keepLadder(
    tx,
    policy,
    { id, channel, acknowledgedAt: null, confirmedAt: row?.confirmedAt ?? null },
    detectedAt,
  );
}
