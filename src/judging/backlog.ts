import type { EntityManager } from 'typeorm';

const LOCK = 'huiying:judging-blindness';

/**
 * Keeps that a backlog blinded us: the oldest article of those judged now had waited longer than the budget. What touches or
 * overlaps an interval becomes one with it. Nothing is asked or written for what was judged in time.
 * @param now the time of this transaction, as `app_now()` gives it
 * @param blindAfterSeconds policy.collection.blindAfterSeconds
 */
export async function keepBacklog(
  tx: EntityManager,
  oldest: Date,
  now: Date,
  blindAfterSeconds: number,
): Promise<void> {
  const since = new Date(oldest.getTime() + blindAfterSeconds * 1_000);
  if (since >= now) return;
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
  await tx.query(
    `with late as (select $1::timestamptz as since, $2::timestamptz as until),
     touched as (
       delete from blind_interval b using late
       where b.cause = 'judging' and b.until >= late.since and b.since <= late.until
       returning b.since, b.until
     )
     insert into blind_interval (cause, since, until)
     select 'judging', min(since), max(until) from (table late union all table touched) parts`,
    [since, now],
  );
}
