import type { EntityManager } from 'typeorm';

/**
 * Condition on cases `i`: they stand on the board. What is closed or archived has left it, unless a duty is open that nobody has
 * answered, ended or explained: none is ever hidden. It rests on stored rows alone, so that a snapshot and what follows it agree.
 */
export const STANDS_OPEN = `i.status <> 'dismissed' and (i.stage not in ('closed', 'archived') or exists (
  select from incident_clock k where k.incident_id = i.id and k.met_at is null and k.waived_at is null
    and k.missed_at is null and not exists (
      select from case_record r where r.incident_id = i.id and r.kind = 'miss_reason' and r.body->>'clock' = k.kind
        and not exists (select from case_record s where s.supersedes = r.id))))`;

/** Which of these cases stand on the board. */
export async function standingOpen(db: EntityManager, ids: string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(`select id from incident i where id = any($1) and ${STANDS_OPEN}`, [
    ids,
  ]);
  return rows.map((row) => row.id);
}
