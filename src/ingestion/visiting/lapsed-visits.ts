import type { DataSource } from 'typeorm';
import { append } from '../../journal/append.js';
import { FAILURES_TOLD, VISITING } from './visit-news.js';

const DETAIL = '没有进程完成这次采集，立即重新安排 · no worker finished this visit, it is promised again at once';

/** A failure without back-off: the source is not to blame, and it stays as due as it was. */
const LAPSE = `
  with lapsed as (
    select id, claimed_at from source where claim_until <= app_now() for update skip locked
  ), written as (
    insert into visit (source_id, started_at, finished_at, outcome, detail)
    select id, claimed_at, app_now(), 'never_started', $1 from lapsed
  ), moved as (
    update source s set claimed_at = null, claim_until = null, failures = s.failures + 1,
      last_visit_at = lapsed.claimed_at, last_outcome = 'never_started', last_detail = $1
    from lapsed where s.id = lapsed.id
    returning s.id, s.failures, s.failing_since, s.channel
  ) select id, failures >= $2 and failing_since is null and channel = 'live' as untold from moved`;

const TELL = `
  with told as (
    update source set failing_since = app_now() where id = any($1) and failing_since is null and failures >= $2
    returning id, name, last_outcome
  ) select * from told`;

/**
 * Gives promised visits up whose time has passed (a dead worker, a lost queue): each becomes a visit that never started, so that
 * every promise ends in one outcome. Any number of workers may do it side by side.
 * @returns how many were given up
 */
export async function giveUpLapsed(db: DataSource): Promise<number> {
  const lapsed = await db.query<{ id: string; untold: boolean }[]>(LAPSE, [DETAIL, FAILURES_TOLD]);
  const untold = lapsed.filter((one) => one.untold).map(({ id }) => id);
  if (untold.length > 0) await tellFailing(db, untold);
  return lapsed.length;
}

function tellFailing(db: DataSource, ids: string[]): Promise<void> {
  return db.transaction(async (tx) => {
    const failing = await tx.query<{ id: string; name: string; last_outcome: string }[]>(TELL, [ids, FAILURES_TOLD]);
    const rows = failing.map(({ id, name, last_outcome }) => ({
      kind: 'source.failing',
      incidentId: null,
      actor: VISITING,
      data: { sourceId: id, name, outcome: last_outcome },
    }));
    await append(tx, rows);
  });
}
