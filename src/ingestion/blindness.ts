import type { EntityManager } from 'typeorm';

/** SQL over a row of `source`: until when it counts as read. Time in which a person had paused it is no blindness. */
export const READ_UNTIL = 'greatest(last_ok_at, watched_since)';

/** SQL over a row of `source`: one that a person may count on, paused or not. */
export const CORE = `tier = 'core' and channel = 'live' and origin <> 'built_in' and enabled`;

/** SQL over a row of `source`: without reading these in time, silence means nothing. */
export const WATCHED_CORE = `${CORE} and paused_at is null`;

/**
 * SQL over a row of `source`: from when on it makes us blind unless it is read. A reading keeps us seeing for so many seconds;
 * one that was never read since it is watched has shown us nothing yet.
 * @param seconds a parameter like `$2`, policy.collection.blindAfterSeconds
 */
export const blindFrom = (seconds: string): string =>
  `greatest(watched_since, last_ok_at + make_interval(secs => ${seconds}))`;

/**
 * SQL: the instant lies so far ahead that the clock was set back after it was written. A little may come of transactions that
 * overlap.
 */
export const isAhead = (instant: string): string => `${instant} > app_now() + interval '30 seconds'`;

/**
 * SQL over a row of `source` that is watched: it makes us blind now. One read in a time that has not come was read before the
 * clock was set back, nobody knows how long ago.
 */
export const isBlind = (seconds: string): string => `(${blindFrom(seconds)} <= app_now() or ${isAhead(READ_UNTIL)})`;

/**
 * Writes the blind intervals of these sources as ended now. A visit that reads a source does so by itself; whoever pauses,
 * disables or demotes a source calls this before, in the same transaction. Sources that are not blind are left out; two who
 * end the same blindness at once write it once.
 * @param blindAfterSeconds of the policy
 */
export async function endBlindness(tx: EntityManager, sourceIds: string[], blindAfterSeconds: number): Promise<void> {
  await tx.query(
    `with blind as (
       select id, ${blindFrom('$2')} as since from source
       where id = any($1::text[]) and ${WATCHED_CORE} and ${blindFrom('$2')} < app_now()
       order by id for update
     )
     insert into blind_interval (cause, source_id, since, until) select 'source', id, since, app_now() from blind`,
    [sourceIds, blindAfterSeconds],
  );
}
