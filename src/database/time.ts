import type { EntityManager } from 'typeorm';

/** Database time, the only time that decides what is due. Constant within one transaction. */
export async function databaseNow(db: EntityManager): Promise<Date> {
  const [row] = await db.query<{ now: Date }[]>('select app_now() as now');
  if (!row) throw new Error('app_now() returned nothing');
  return row.now;
}
