import type { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations.js';

/** Names of the migrations of this version that the database has not had; all of them when it cannot say. */
export async function missingMigrations(db: Pick<DataSource, 'query'>): Promise<string[]> {
  const [row] = await db.query<{ readable: boolean }[]>(
    `select coalesce(has_table_privilege(to_regclass('public.migrations'), 'select'), false) as readable`,
  );
  const done = row?.readable ? await db.query<{ name: string }[]>('select name from public.migrations') : [];
  const names = new Set(done.map(({ name }) => name));
  return MIGRATIONS.map(({ name }) => name).filter((name) => !names.has(name));
}
