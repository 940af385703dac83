import type { EntityManager } from 'typeorm';

/** SQL over a row of `source`: until when it counts as read. Time in which a person had paused it is no blindness. */
export const READ_UNTIL = 'greatest(last_ok_at, watched_since)';

/** SQL over a row of `source`: without reading these in time, silence means nothing. */
export const WATCHED_CORE = `tier = 'core' and channel = 'live' and origin <> 'built_in' and enabled and paused_at is null`;

/**
 * Writes the blind intervals of these sources as ended now. A visit that reads a source does so by itself; whoever pauses,
 * disables or demotes a source calls this before, in the same transaction. Sources that are not blind are left out.
 * @param blindAfterSeconds of the policy
 */
export async function endBlindness(tx: EntityManager, sourceIds: string[], blindAfterSeconds: number): Promise<void> {
  await tx.query(
    `insert into blind_interval (cause, source_id, since, until)
     select 'source', id, ${READ_UNTIL} + make_interval(secs => $2), app_now() from source
     where id = any($1) and ${WATCHED_CORE} and ${READ_UNTIL} + make_interval(secs => $2) < app_now()`,
    [sourceIds, blindAfterSeconds],
  );
}
