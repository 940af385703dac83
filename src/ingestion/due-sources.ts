import type { EntityManager } from 'typeorm';

const MOST_AT_ONCE = 200;
/** A claimed source whose visit never came about (a dead worker, a lost queue) is due again after this. */
const LEASE_SECONDS = 60;

const CLAIM = `
  with claimed as (
    update source set next_visit_at = app_now() + make_interval(secs => $2)
    where id = any(array(
      select id from source where enabled and origin <> 'built_in' and next_visit_at <= app_now()
      order by next_visit_at limit $1 for update skip locked))
    returning id
  ) select id from claimed`;

/** Ids of the sources whose next visit has come, each claimed by one worker only. */
export async function claimDueSources(db: EntityManager): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(CLAIM, [MOST_AT_ONCE, LEASE_SECONDS]);
  return rows.map(({ id }) => id);
}
