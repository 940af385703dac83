import type { DataSource } from 'typeorm';

/** For stories of other causes of blindness: as if self-checks had passed, and went on passing whatever the clock does. */
export async function passSelfChecks(db: DataSource): Promise<void> {
  await db.query(
    `insert into canary_run (slot, turn, started_at, next_by, complete_at, socket_watched)
     values (1, 1, app_now(), 'infinity', app_now(), true)`,
  );
}
