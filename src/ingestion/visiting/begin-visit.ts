import type { EntityManager } from 'typeorm';
import type { VisitJob } from '../../queues/queues.js';
import { FETCH_LIMITS } from '../fetching/fetch-feed.js';
import { giveBack, type RestingTurn } from './host-turns.js';
import type { BegunVisit, VisitedSource } from './visited-source.js';

/** A visit that has begun must be recorded within this time: its request, and then what it brought. */
export const VISIT_SECONDS = FETCH_LIMITS.timeLimitMs / 1000 + 15;

const BEGIN = `
  with turn as (
    update host_turn set holder = gen_random_uuid(), busy_until = app_now() + make_interval(secs => $5)
    where host = $2 and holder = $3 and busy_until > app_now() returning holder
  ), begun as (
    update source set claim_until = app_now() + make_interval(secs => $5) from turn
    where id = $1 and claimed_at = $4 and enabled and paused_at is null
    returning id, name, url, tier, channel, allow_private_network as "allowPrivateNetwork", etag,
      last_modified as "lastModified", failures, failing_since as "failingSince", silent_since as "silentSince",
      expected_seconds as "expectedSeconds", learned_seconds as "learnedSeconds",
      longest_gap_seconds as "longestGapSeconds", fresh_seconds as "freshSeconds", next_visit_at as "dueAt",
      last_visit_at as "lastVisitAt", last_ok_at as "lastOkAt", last_new_at as "lastNewAt", app_now() as "startedAt"
  ) select turn.holder, begun.* from turn left join begun on true`;

type Row = { holder: string } & (Stamped | { id: null });
type Stamped = VisitedSource & { startedAt: Date };

/**
 * Begins a promised visit. Each promise can be begun once, however often its job is handed over.
 * @returns null when its time has passed, somebody has begun it, or the source is no longer visited
 */
export async function beginVisit(db: EntityManager, job: VisitJob): Promise<BegunVisit | null> {
  const { sourceId, host, turn, claimedAt } = job;
  const [row] = await db.query<Row[]>(BEGIN, [sourceId, host, turn, claimedAt, VISIT_SECONDS]);
  if (!row) return null;
  const held = { host, holder: row.holder };
  if (row.id === null) {
    await withdrawVisit(db, { sourceId, claimedAt, turns: [{ ...held, gap: 0 }], host: null });
    return null;
  }
  return { source: row, claimedAt, startedAt: row.startedAt, turn: held };
}

export interface Withdrawal {
  sourceId: string;
  claimedAt: string;
  /** Given back; each host rests for its gap, seconds. */
  turns: RestingTurn[];
  /** Where the source takes its turn from now on; null: where it did. */
  host: string | null;
}

/** Takes a promise back without a visit; the source stays as due as it was. */
export async function withdrawVisit(
  db: EntityManager,
  { sourceId, claimedAt, turns, host }: Withdrawal,
): Promise<void> {
  await db.query(
    `with given as (${giveBack('$3', '$4', '$5')})
     update source set claimed_at = null, claim_until = null, host = coalesce($6, host) where id = $1 and claimed_at = $2`,
    [
      sourceId,
      claimedAt,
      turns.map((turn) => turn.host),
      turns.map((turn) => turn.holder),
      turns.map((turn) => turn.gap),
      host,
    ],
  );
}
