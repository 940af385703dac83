import type { DataSource } from 'typeorm';

/** Resolves once so many sessions of the database wait for a lock that another one holds. */
export async function waitingSessions(db: DataSource, many: number): Promise<void> {
  for (;;) {
    const [row] = await db.query<{ n: number }[]>(
      `select count(*)::int as n from pg_locks l join pg_stat_activity s using (pid)
       where not l.granted and s.datname = current_database()`,
    );
    if ((row?.n ?? 0) >= many) return;
  }
}
