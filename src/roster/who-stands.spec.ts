import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { insertPerson, insertShift, insertWay } from '../../test/support/roster-rows.js';
import { databaseOptions } from '../database/database.module.js';
import { loadSettings, type Settings } from '../settings/settings.js';
import { AddressBook } from './address-book.js';
import { whoStands } from './who-stands.js';

const FIRE = { lead: 'SECURITY', co: [] };
let database: TestDatabase;
let db: DataSource;
let settings: Settings;

beforeEach(async () => {
  database = await createTestDatabase();
  db = await new DataSource(databaseOptions(database.url)).initialize();
  const senders = { SMTP_URL: 'smtp://mail.test', WEBHOOK_SECRET: '0123456789abcdef' };
  settings = loadSettings({ DATABASE_URL: database.url, ...senders }, resolve(__dirname, '../..'));
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

const onDuty = async () => {
  const standing = await whoStands(db.manager, settings, 'duty', FIRE);
  return standing.map((one) => one.recipient).filter((one) => one !== 'GENERAL_OFFICE');
};

test('the turn that runs now counts: cancelled, relieved and later ones do not', async () => {
  const [past, now, cancelled, relieved, later] = await Promise.all(
    ['past', 'now', 'cancelled', 'relieved', 'later'].map((name) => insertPerson(db, name, { role: 'duty_officer' })),
  );
  await insertShift(db, past ?? '', { from: -9, to: -1 });
  await insertShift(db, now ?? '');
  const struck = await insertShift(db, cancelled ?? '');
  const ended = await insertShift(db, relieved ?? '');
  await insertShift(db, later ?? '', { from: 7, to: 15 });
  await db.query(
    `update duty_shift set cancelled_at = app_now(), cancelled_by = 'x', cancel_reason = '换班' where id = $1`,
    [struck],
  );
  await db.query(`update duty_shift set relieved_at = app_now() where id = $1`, [ended]);
  expect(await onDuty()).toEqual([now]);
});

test('a disabled account stands nowhere, and its turn counts as nobody', async () => {
  const gone = await insertPerson(db, 'gone', { role: 'duty_officer' });
  const here = await insertPerson(db, 'here', { role: 'duty_officer' });
  await insertShift(db, gone);
  await db.query('update account set disabled_at = app_now() where id = $1', [gone]);
  expect(await onDuty()).toEqual([here]);
});

test('one way a channel: proven before unproven, then by rank; the mailbox of the files stands beside', async () => {
  const guard = await insertPerson(db, 'guard', { role: 'bureau_officer', bureau: 'SECURITY' });
  await insertWay(db, guard, { channel: 'email', address: 'second@office.test', proven: true, rank: 2 });
  await insertWay(db, guard, { channel: 'email', address: 'first@office.test', proven: true, rank: 1 });
  await insertWay(db, guard, { channel: 'webhook', address: 'https://robot.test/unproven' });
  const [mailbox, person] = await whoStands(db.manager, settings, 'lead_officer', FIRE);
  expect(mailbox?.recipient).toBe('SECURITY');
  expect(person).toEqual({
    recipient: guard,
    ways: [
      { channel: 'board', address: null, origin: 'file', proven: true },
      { channel: 'email', address: 'first@office.test', origin: 'form', proven: true },
    ],
    missing: [],
  });
});

test('an unproven way is used while there is no proven one; without any, the reason is told', async () => {
  const guard = await insertPerson(db, 'guard', {
    role: 'bureau_officer',
    bureau: 'SECURITY',
    ways: { email: 'a@b.test' },
  });
  const silent = await insertPerson(db, 'silent', { role: 'bureau_officer', bureau: 'SECURITY' });
  const standing = await whoStands(db.manager, settings, 'lead_officer', FIRE);
  expect(standing.find((one) => one.recipient === guard)?.ways).toHaveLength(2);
  expect(standing.find((one) => one.recipient === silent)).toMatchObject({
    ways: [{ channel: 'board' }],
    missing: [expect.stringContaining('没有登记联系方式')],
  });
});

test('a restricted case reaches no mailbox', async () => {
  const guard = await insertPerson(db, 'guard', { role: 'bureau_officer', bureau: 'SECURITY' });
  const standing = await whoStands(db.manager, settings, 'lead_officer', { ...FIRE, restrictedTo: [guard] });
  expect(standing.map((one) => one.recipient)).toEqual([guard]);
});

test('the address book finds the address of this moment, and says whether a missing one may come', async () => {
  const book = new AddressBook(db, settings);
  const guard = await insertPerson(db, 'guard', {
    role: 'bureau_officer',
    bureau: 'SECURITY',
    ways: { email: '!a@b.test' },
  });
  expect(await book.find(guard, 'email')).toEqual({ address: 'a@b.test', origin: 'form' });
  await db.query(`update contact_way set address = 'new@b.test'`);
  expect(await book.find(guard, 'email')).toEqual({ address: 'new@b.test', origin: 'form' });
  expect(await book.find(guard, 'webhook')).toMatchObject({ permanent: true });
  const poor = new AddressBook(db, loadSettings({ DATABASE_URL: database.url }, settings.root));
  expect(await poor.find(guard, 'email')).toMatchObject({
    missing: expect.stringContaining('SMTP_URL'),
    permanent: false,
  });
  await db.query('update account set disabled_at = app_now()');
  expect(await book.find(guard, 'email')).toMatchObject({ permanent: true });
});

test('nobody stands twice on one post at one time, whoever asks first', async () => {
  const day = await insertPerson(db, 'day', { role: 'duty_officer' });
  const tries = await Promise.allSettled([
    insertShift(db, day),
    insertShift(db, day),
    insertShift(db, day, { seat: 'deputy' }),
  ]);
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  await insertShift(db, day, { from: 7, to: 9 });
  await insertShift(db, day, { post: 'SECURITY' });
  await expect(insertShift(db, day, { from: 20, to: 20 })).rejects.toThrow(/check constraint/);
});
