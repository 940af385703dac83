import type { EntityManager } from 'typeorm';
import { type Counted, counted, type Purged } from './purged.js';

const FLAGGED = 's.lane is not null or s.incident_id is not null';

/**
 * Whatever flagged a story, its evidence stays: what was not pinned when that happened is pinned before anything is purged.
 */
export async function pinFlagged(db: EntityManager, olderThan: Date): Promise<void> {
  await db.query(
    `update response_body b set pinned = true from article a join story s on s.id = a.story_id
     where a.body_id = b.id and not b.pinned and b.blob is not null and b.fetched_at < $1 and (${FLAGGED})`,
    [olderThan],
  );
}

/** Lets go of bodies whose time has passed, but for those of articles that are flagged or still wait to be judged. */
const CAPTURES = `
  with old as (
    select b.id, exists (select from article a where a.body_id = b.id) as used from response_body b
    where b.blob is not null and not b.pinned and b.fetched_at < $1 and not exists (
      select from article a left join story s on s.id = a.story_id
      where a.body_id = b.id and (a.judged_at is null or ${FLAGGED}))
    order by b.fetched_at limit $2 for update of b skip locked
  ), emptied as (
    update response_body b set blob = null, purged_at = app_now(), headers = '{}' from old
    where b.id = old.id and old.used returning b.id
  ), gone as (
    delete from response_body b using old where b.id = old.id and not old.used returning b.id
  )
  select count(*)::int as rows, coalesce(sum(pg_column_size(b.*)), 0)::float8 as bytes
  from response_body b where b.id in (select id from emptied union all select id from gone)`;

/** The capture itself stays with its article, so that one can still say what was kept, and until when. */
export async function purgeCaptures(tx: EntityManager, olderThan: Date, most: number): Promise<Purged[]> {
  return [counted('captures', await tx.query<Counted[]>(CAPTURES, [olderThan, most]))];
}

const UNUSED = 'not exists (select from response_body r where r.blob = b.sha256)';

/**
 * Removes bodies that no capture refers to. A visit that is just going to refer to one holds it, and it is passed over; with
 * the lock in hand it is looked at again, for a reference may have come in between.
 */
export async function purgeBlobs(tx: EntityManager, most: number): Promise<Purged[]> {
  const unused = await tx.query<{ sha256: string }[]>(
    `select b.sha256 from response_blob b where ${UNUSED} limit $1 for update of b skip locked`,
    [most],
  );
  if (unused.length === 0) return [];
  const gone = await tx.query<Counted[]>(
    `with gone as (delete from response_blob b where b.sha256 = any($1::text[]) and ${UNUSED} returning octet_length(b.body) as size)
     select count(*)::int as rows, coalesce(sum(size), 0)::float8 as bytes from gone`,
    [unused.map(({ sha256 }) => sha256)],
  );
  return [counted('blobs', gone)];
}
