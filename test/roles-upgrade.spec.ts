import { DataSource } from 'typeorm';
import { Roles1763900000020 } from '../migrations/0020-roles.js';
import { MIGRATIONS } from '../src/database/migrations.js';
import { ROLES } from '../src/domain/rights.js';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';

/** An office that has worked with the four old roles gets the eight new ones, and could go back. */
describe('migration 0020', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(Roles1763900000020));
    db = await new DataSource({ type: 'postgres', url: database.url, migrations: before }).initialize();
    await db.runMigrations();
    for (const role of ['administrator', 'press_office', 'bureau', 'leadership']) await make(role, role === 'bureau');
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const make = (role: string, ofBureau: boolean) =>
    db.query(`insert into account (username, display_name, password_hash, role, bureau) values ($1, $1, 'x', $1, $2)`, [
      role,
      ofBureau ? 'FILM' : null,
    ]);
  const roles = async () =>
    Object.fromEntries(
      (await db.query<{ username: string; role: string }[]>('select username, role from account order by 1')).map(
        ({ username, role }) => [username, role],
      ),
    );
  const step = async (way: 'up' | 'down') => {
    const runner = db.createQueryRunner();
    await new Roles1763900000020()[way](runner);
    await runner.release();
  };

  it('keeps what each account could do, takes every role, and holds that only bureaus’ people have a bureau', async () => {
    await step('up');
    expect(await roles()).toEqual({
      administrator: 'administrator',
      press_office: 'duty_officer',
      bureau: 'bureau_officer',
      leadership: 'leadership',
    });
    for (const role of ROLES.filter((one) => !['administrator', 'leadership', 'duty_officer'].includes(one)))
      await make(role, role.startsWith('bureau_'));
    await expect(make('unknown', false)).rejects.toThrow('account_role');
    await expect(db.query(`update account set bureau = null where role = 'bureau_head'`)).rejects.toThrow(
      'account_bureau',
    );
    await step('down');
    expect(await roles()).toMatchObject({
      press_office: 'press_office',
      bureau: 'bureau',
      bureau_head: 'bureau',
      auditor: 'leadership',
    });
    await step('up');
  });
});
