import type { EntityManager } from 'typeorm';

/**
 * The instant until which a core source has been read: its latest reading, or the moment from which it is counted on (added,
 * resumed, made core). Null, as `core_since` is, for one that nobody counts on. For the columns of `source`.
 */
export const READ_UNTIL = `case when core_since is not null then greatest(last_ok_at, core_since) end`;

/**
 * Keeps the blind intervals of core sources that end now: one was read again, or is no longer counted on (paused, moved,
 * removed). To be called before the row of the source is changed, in the same transaction. A source read in time leaves none;
 * two callers at once leave one.
 * @param blindAfterSeconds policy.collection.blindAfterSeconds
 */
export async function closeBlindness(
  tx: EntityManager,
  sourceIds: readonly string[],
  blindAfterSeconds: number,
): Promise<void> {
  await tx.query(
    `with blind as (
       select id, ${READ_UNTIL} as since from source
       where id = any($1::text[]) and ${READ_UNTIL} < app_now() - make_interval(secs => $2)
       order by id for update
     )
     insert into blind_interval (cause, source_id, since, until) select 'source', id, since, app_now() from blind`,
    [sourceIds, blindAfterSeconds],
  );
}
