import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, Logger } from 'typeorm';

const counted = new AsyncLocalStorage<string[]>();

/** How many statements the work sends to the database, whatever their transactions; those of others meanwhile are not counted. */
export async function countQueries(db: DataSource, work: () => Promise<unknown>): Promise<number> {
  const usual = db.logger;
  const nothing = () => undefined;
  db.logger = {
    logQuery: (query) => void counted.getStore()?.push(query),
    ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing },
  } satisfies Logger;
  const asked: string[] = [];
  try {
    await counted.run(asked, work);
    return asked.length;
  } finally {
    db.logger = usual;
  }
}
