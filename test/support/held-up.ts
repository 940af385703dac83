import pg from 'pg';

/**
 * Begins several works while a lock holds them up, and lets them go only when all of them wait: so they truly run at the
 * same time.
 * @param lock a statement of the database's owner that takes the lock
 */
export async function heldUp<T>(url: string, lock: string, begin: () => Promise<T>[]): Promise<T[]> {
  const holder = new pg.Client({ connectionString: url });
  const watcher = new pg.Client({ connectionString: url });
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    await holder.query('begin');
    await holder.query(lock);
    const works = begin();
    const all = Promise.all(works);
    await Promise.race([all, untilWaiting(watcher, works.length)]);
    await holder.query('commit');
    return await all;
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
}

async function untilWaiting(watcher: pg.Client, expected: number): Promise<void> {
  for (;;) {
    const { rows } = await watcher.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.waiting ?? 0) >= expected) return;
  }
}
