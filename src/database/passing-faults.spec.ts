import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { databaseOptions } from './database.module.js';
import { isPassingFault } from './passing-faults.js';

let database: TestDatabase;
let one: DataSource;
let other: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  one = await new DataSource(databaseOptions(database.url)).initialize();
  other = await new DataSource(databaseOptions(database.url)).initialize();
});
afterAll(async () => {
  await Promise.all([one.destroy(), other.destroy()]);
  await database.drop();
});

/** The fault of one transaction of these statements; null when it went through. */
async function faultOf(db: DataSource, ...statements: string[]): Promise<unknown> {
  return db
    .transaction(async (tx) => {
      for (const statement of statements) await tx.query(statement);
    })
    .then(
      () => null,
      (error: unknown) => error,
    );
}

describe('a session of the product', () => {
  test('has limits, so that none holds a lock for ever', async () => {
    const [limits] = await one.query<unknown[]>(
      `select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock,
         current_setting('statement_timeout') as statement`,
    );
    expect(limits).toEqual({ idle: '15s', lock: '5s', statement: '30s' });
  });

  test('gives back the journal when it stops in the middle of a transaction', async () => {
    const stopped = one.createQueryRunner();
    await stopped.startTransaction();
    await stopped.query(`set local idle_in_transaction_session_timeout = '200ms'`);
    await stopped.query('select 1 from journal_head for update');
    expect(await faultOf(other, 'select 1 from journal_head for update')).toBeNull();
    const fault = await stopped.query('select 1').catch((error: unknown) => error);
    expect(isPassingFault(fault)).toBe(true);
    await stopped.release().catch(() => undefined);
  });
});

describe('a fault that passes', () => {
  test('is a lock not got, a statement cut, a session ended, a server not there', async () => {
    const holder = other.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select 1 from journal_head for update');
    const locked = await faultOf(one, `set local lock_timeout = '50ms'`, 'select 1 from journal_head for update');
    await holder.rollbackTransaction();
    await holder.release();
    const cut = await faultOf(one, `set local statement_timeout = '50ms'`, 'select pg_sleep(5)');
    const away = await new DataSource(databaseOptions('postgres://x:y@127.0.0.1:1/z'))
      .initialize()
      .catch((error: unknown) => error);
    const full = Object.assign(new Error('query failed'), {
      driverError: Object.assign(new Error(), { code: '53300' }),
    });
    expect([locked, cut, away, full].map(isPassingFault)).toEqual([true, true, true, true]);
  });

  test('is not what would fail again', async () => {
    const division = await faultOf(one, 'select 1 / 0');
    const refused = await faultOf(one, 'delete from journal');
    expect([division, refused, new Error('x is not a function'), 'text'].map(isPassingFault)).toEqual(
      Array(4).fill(false),
    );
  });
});
