import type { DataSource, Logger } from 'typeorm';

/** How many statements reach the database while the work is done, whatever their transactions. */
export async function countQueries(db: DataSource, work: () => Promise<unknown>): Promise<number> {
  const asked: string[] = [];
  const usual = db.logger;
  const nothing = () => undefined;
  db.logger = {
    logQuery: (query) => void asked.push(query),
    ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing },
  } satisfies Logger;
  try {
    await work();
    return asked.length;
  } finally {
    db.logger = usual;
  }
}
