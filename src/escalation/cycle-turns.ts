import type { DataSource } from 'typeorm';
import { settleFollowUp } from '../clocks/follow-up-cycles.js';
import { databaseNow } from '../database/time.js';
import { isPassingFault } from '../database/passing-faults.js';
import type { Policy } from '../domain/clocks/policy.js';
import { cycleData } from '../incidents/duties.js';
import { Incident } from '../incidents/incident.entity.js';
import { append } from '../journal/append.js';

const ACTOR = 'system:escalation';
/** Cases that are turned before the sweep looks again at what is due: each takes some milliseconds. */
const MOST = 10;
const FIRST_POSTPONEMENT_S = 5;
const LONGEST_POSTPONEMENT_S = 300;
/** Doublings that reach the longest postponement. */
const MOST_DOUBLINGS = 10;

interface Passed {
  id: string;
  clockId: string;
}

/** The limit itself is still in time. */
const PASSED = `select i.id, c.id as "clockId" from incident_clock c join incident i on i.id = c.incident_id
  where c.kind = 'follow_up' and c.met_at is null and c.waived_at is null and c.missed_at is null and c.due_at < app_now()
    and (c.turn_retry_at is null or c.turn_retry_at <= app_now()) and i.status <> 'dismissed' and i.channel = 'live'
  order by c.due_at limit ${MOST}`;

/**
 * Some of the cycles of continued release that passed without one, the oldest first: the verdict, the next cycle and its journal row are one commit for each case. A
 * case that somebody works on, or another timer has taken, is left to the next sweep; one that fails is put aside and told.
 * @returns how many cases were turned
 */
export async function turnCycles(db: DataSource, policy: Policy, tell: (words: string) => void): Promise<number> {
  let turned = 0;
  for (const one of await db.query<Passed[]>(PASSED)) turned += await turnOrPostpone(db, policy, one, tell);
  return turned;
}

async function turnOrPostpone(db: DataSource, policy: Policy, one: Passed, tell: (words: string) => void) {
  try {
    return await turn(db, policy, one.id);
  } catch (error) {
    if (isPassingFault(error)) throw error;
    tell(`持续发布周期未能接续,已推后重试 · the next cycle could not begin, put aside: ${String(error)}`);
    await postpone(db, one, error);
    return 0;
  }
}

/** Locks the case first, as every move does. */
function turn(db: DataSource, policy: Policy, id: string): Promise<number> {
  return db.transaction(async (tx) => {
    const incident = await tx.findOne(Incident, {
      where: { id },
      lock: { mode: 'for_no_key_update', onLocked: 'skip_locked' },
    });
    if (!incident) return 0;
    const now = await databaseNow(tx);
    const { clocks, missed, met } = cycleData(await settleFollowUp(tx, policy, incident, now), now);
    if (missed.length + clocks.length + met.length === 0) return 0;
    await append(tx, [{ kind: 'follow_up.missed', incidentId: id, actor: ACTOR, data: { missed, clocks, met } }]);
    return 1;
  });
}

async function postpone(db: DataSource, { id, clockId }: Passed, error: unknown): Promise<void> {
  await db.transaction(async (tx) => {
    const [[row]] = await tx.query<[{ failures: number }[], number]>(
      `update incident_clock set turn_failures = turn_failures + 1,
         turn_retry_at = app_now() + least($2 * power(2, least(turn_failures, $4)), $3) * interval '1 second'
       where id = $1 and missed_at is null returning turn_failures as failures`,
      [clockId, FIRST_POSTPONEMENT_S, LONGEST_POSTPONEMENT_S, MOST_DOUBLINGS],
    );
    if (!row) return;
    const data = { clockId, key: 'turn', failures: row.failures, error: String(error).slice(0, 500) };
    await append(tx, [{ kind: 'threshold.postponed', incidentId: id, actor: ACTOR, data }]);
  });
}
