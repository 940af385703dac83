import { DataSource } from 'typeorm';
import { Ladder1763900000023 } from '../migrations/0023-ladder.js';
import { MIGRATIONS } from '../src/database/migrations.js';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';
import { insertAlert, insertNotice } from './support/notice-rows.js';

const FIRST = MIGRATIONS.indexOf(Ladder1763900000023);

/** An office with cases and notices is brought to ladder, receipts and audit, works with them, and could go back. */
describe('migrations from 0023 on', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url, migrations: [...MIGRATIONS] }).initialize();
    await walk('up', MIGRATIONS.slice(0, FIRST));
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  async function walk(way: 'up' | 'down', which = MIGRATIONS.slice(FIRST)): Promise<void> {
    const runner = db.createQueryRunner();
    for (const Migration of way === 'up' ? which : [...which].reverse()) await new Migration()[way](runner);
    await runner.release();
  }
  const states = async () =>
    (await db.query<{ state: string }[]>('select state from notice order by recipient_id')).map((row) => row.state);

  it('keeps every notice, on the way there and back', async () => {
    await db.query('create table if not exists migrations (id serial primary key, timestamp bigint, name text)');
    const alert = await insertAlert(db);
    const ids = new Map<string, string>();
    for (const recipient of ['A', 'B', 'C', 'D']) ids.set(recipient, await insertNotice(db, alert, { recipient }));
    await walk('up');
    for (const [recipient, state] of Object.entries({ A: 'held', B: 'seen', C: 'failed' }))
      await db.query('update notice set state = $2 where id = $1', [ids.get(recipient), state]);
    await db.query(
      `insert into start_proposal (incident_id, basis, at, precision) values ($1, 'occurred', app_now(), 'day')`,
      [alert.incidentId],
    );
    await walk('down');
    expect(await states()).toEqual(['pending', 'sent', 'failed', 'pending']);
    await expect(db.query(`update notice set state = 'held'`)).rejects.toThrow('notice_state_check');
    await walk('up');
    expect(await states()).toEqual(['pending', 'sent', 'failed', 'pending']);
  });
});
