import type { DataSource, EntityManager } from 'typeorm';

/** Reads all of a long work as it stood at one moment, whatever is written meanwhile. */
export function inOneSnapshot<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    await tx.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    return work(tx);
  });
}
