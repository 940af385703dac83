import type { EntityManager } from 'typeorm';
import type { Workspace } from '../contract/records/record.js';

/** A screen that has not said for so long that the text is open has closed it. Seconds of database time. */
const GONE_AFTER_S = 30;

/** Somebody has the text open. A hint for the others, no lock: what is submitted is held against the newest draft. */
export async function keepEditing(
  db: Pick<EntityManager, 'query'>,
  incidentId: string,
  accountId: string,
): Promise<void> {
  await db.query(
    `insert into editing (incident_id, account_id, since, seen_at) values ($1, $2, app_now(), app_now())
     on conflict (incident_id, account_id) do update set seen_at = app_now(),
       since = case when editing.seen_at < app_now() - $3 * interval '1 second' then app_now() else editing.since end`,
    [incidentId, accountId, GONE_AFTER_S],
  );
}

export async function endEditing(
  db: Pick<EntityManager, 'query'>,
  incidentId: string,
  accountId: string,
): Promise<void> {
  await db.query('delete from editing where incident_id = $1 and account_id = $2', [incidentId, accountId]);
}

export async function editorsOf(db: Pick<EntityManager, 'query'>, incidentId: string): Promise<Workspace['editing']> {
  const rows = await db.query<{ accountId: string; since: Date }[]>(
    `select account_id as "accountId", since from editing
     where incident_id = $1 and seen_at >= app_now() - $2 * interval '1 second' order by since`,
    [incidentId, GONE_AFTER_S],
  );
  return rows.map(({ accountId, since }) => ({ accountId, since: since.toISOString() }));
}
