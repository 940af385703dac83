import { resolve } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { FakeReceiver } from '../../test/support/fake-receiver.js';
import { insertAlert, insertNotice } from '../../test/support/notice-rows.js';
import { insertPerson } from '../../test/support/roster-rows.js';
import { DatabaseModule, databaseOptions } from '../database/database.module.js';
import { advance, markAcknowledged, markSeen } from '../receipts/advance.js';
import { loadSettings, Settings } from '../settings/settings.js';
import { SettingsModule } from '../settings/settings.module.js';
import { Dispatcher } from './dispatcher.js';
import { DispatchingModule } from './notices.module.js';

let database: TestDatabase;
let db: DataSource;
let robot: FakeReceiver;
let worker: TestingModule | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await new DataSource(databaseOptions(database.url)).initialize();
});
beforeEach(async () => {
  robot = await FakeReceiver.start();
});
afterEach(async () => {
  await worker?.close();
  worker = null;
  await robot.stop();
  await db.query(`update notice set state = 'closed' where state = 'pending'`);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Whatever the hour: from one minute to the minute before. */
const ALWAYS = { from: '00:01', to: '00:00' };

async function start(quiet = false): Promise<() => Promise<void>> {
  const read = loadSettings(
    { DATABASE_URL: database.url, WEBHOOK_SECRET: '0123456789abcdef' },
    resolve(__dirname, '../..'),
  );
  const units = read.rules.bureaus.units.map((unit) => ({ ...unit, contacts: { wecom: `${robot.url}?key=k` } }));
  const rules = { ...read.rules, bureaus: { ...read.rules.bureaus, units } };
  const policy = quiet ? { ...read.policy, quietHours: { bureau: ALWAYS } } : read.policy;
  const settings = new Settings(read.env, policy, rules, read.sources, read.root);
  worker = await Test.createTestingModule({
    imports: [SettingsModule.of(settings), DatabaseModule, DispatchingModule],
  }).compile();
  await worker.init();
  const dispatcher = worker.get(Dispatcher);
  return async () => {
    dispatcher.wake();
    await dispatcher.idle();
  };
}

async function alerts(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1)
    ids.push(await insertNotice(db, await insertAlert(db), { channel: 'wecom' }));
  return ids;
}

async function statesOf(ids: string[]): Promise<string[]> {
  const rows = await db.query<{ state: string }[]>('select state from notice where id = any($1) order by created_at', [
    ids,
  ]);
  return rows.map((row) => row.state);
}

const sayWell = (times: number): void =>
  void robot.answers.push(...Array<object>(times).fill({ errcode: 0, errmsg: 'ok' }));

describe('a robot that takes twenty messages a minute', () => {
  test('is told of many in one digest, and each keeps its own receipt', async () => {
    sayWell(1);
    const ids = await alerts(30);
    await (
      await start()
    )();
    expect(robot.calls).toHaveLength(1);
    expect(robot.said<{ text: { content: string } }>().text.content).toContain('【重大】30 条通知');
    expect(new Set(await statesOf(ids))).toEqual(new Set(['sent']));
    const [told] = await db.query<{ receipts: number; attempts: number }[]>(
      `select (select count(*)::int from notice_receipt where notice_id = any($1) and state = 'sent') as receipts,
         (select count(*)::int from delivery_attempt where notice_id = any($1) and ok) as attempts`,
      [ids],
    );
    expect(told).toEqual({ receipts: 30, attempts: 30 });
  });

  test('that says it is told too much is left alone; nothing is lost, and none of what waits counts as tried', async () => {
    robot.answers.push({ errcode: 45009, errmsg: 'api freq out of limit' });
    const [first = ''] = await alerts(1);
    const settle = await start();
    await settle();
    const [second = ''] = await alerts(1);
    await settle();
    expect(robot.calls).toHaveLength(1);
    const waiting = await db.query('select attempts from notice where id = $1 and state = $2', [second, 'pending']);
    expect(waiting).toEqual([{ attempts: 0 }]);
    await db.query('update robot_pace set paused_until = null');
    await db.query('update notice set next_at = app_now() where id = any($1)', [[first, second]]);
    sayWell(2);
    await settle();
    expect(await statesOf([first, second])).toEqual(['sent', 'sent']);
  });
});

describe('a person who is not reached', () => {
  test('is told by his next way after two failures, while the first goes on; the desk is to hear of it once', async () => {
    const ways = { webhook: 'https://127.0.0.1/hook', wecom: 'https://127.0.0.1/robot' };
    const recipient = await insertPerson(db, 'two-ways', { role: 'duty_officer', ways });
    const { alertId, incidentId } = await insertAlert(db);
    // Started before there is anything to send: a second look at the start is then no second try.
    const settle = await start();
    const id = await insertNotice(db, { alertId, incidentId }, { recipient, channel: 'webhook' });
    const rows = () =>
      db.query<{ channel: string; attempts: number; state: string }[]>(
        'select channel, attempts, state from notice where alert_id = $1 order by created_at, channel desc',
        [alertId],
      );
    await settle();
    expect(await rows()).toEqual([{ channel: 'webhook', attempts: 1, state: 'pending' }]);
    for (let again = 0; again < 2; again += 1) {
      // The next way's own tries are no part of this, however slow the machine.
      await db.query(`update notice set next_at = app_now() + interval '1 hour' where alert_id = $1`, [alertId]);
      await db.query('update notice set next_at = app_now() where id = $1', [id]);
      await settle();
    }
    expect((await rows()).map((row) => row.channel)).toEqual(['webhook', 'wecom']);
    expect(await db.query('select notice_id from delivery_failure where notice_id = $1', [id])).toHaveLength(1);
    await db.query(`update delivery_failure set at = at - interval '1 minute'`);
    await settle();
    await settle();
    const reports = await db.query<{ recipient: string; subject: string }[]>(
      `select recipient_id as recipient, payload->'subject'->>'en' as subject from notice
       where report_id is not null and incident_id = $1 and channel = 'board' order by recipient_id = 'GENERAL_OFFICE'`,
      [incidentId],
    );
    const subject = expect.stringContaining('1 notices not delivered') as string;
    expect(reports).toEqual([
      { recipient, subject },
      { recipient: 'GENERAL_OFFICE', subject },
    ]);
  });
});

describe('quiet hours', () => {
  test('hold what is not of level I or II, and a rise lets it go at once', async () => {
    const { alertId, incidentId } = await insertAlert(db);
    await db.query(`update incident set level = 'III' where id = $1`, [incidentId]);
    const id = await insertNotice(db, { alertId, incidentId }, { channel: 'wecom' });
    const settle = await start(true);
    await settle();
    expect(robot.calls).toEqual([]);
    const [held] = await db.query<{ state: string; attempts: number; later: boolean }[]>(
      'select state, attempts, next_at > app_now() as later from notice where id = $1',
      [id],
    );
    expect(held).toEqual({ state: 'held', attempts: 0, later: true });
    await db.query(`update incident set level = 'II' where id = $1`, [incidentId]);
    sayWell(1);
    await settle();
    expect(await statesOf([id])).toEqual(['sent']);
  });
});

describe('a receipt', () => {
  test('never goes back, and is marked by nobody but its reader', async () => {
    const { alertId, incidentId } = await insertAlert(db);
    const recipient = await insertPerson(db, 'reader', { role: 'duty_officer' });
    const id = await insertNotice(db, { alertId, incidentId }, { recipient });
    await db.query(`update notice set channel = 'board', state = 'sent' where id = $1`, [id]);
    const reader = { id: recipient, role: 'duty_officer' as const, bureau: null };
    const stranger = { id: '00000000-0000-4000-8000-000000000000', role: 'bureau_officer' as const, bureau: 'FILM' };
    expect(await markSeen(db.manager, stranger, { ids: [id] })).toBe(0);
    expect(await statesOf([id])).toEqual(['sent']);
    await markAcknowledged(db.manager, reader, incidentId);
    expect(await markSeen(db.manager, reader, { ids: [id] })).toBe(1);
    await advance(db.manager, [id], 'delivered', null);
    expect(await statesOf([id])).toEqual(['acknowledged']);
    await expect(db.query(`update notice set state = 'seen' where id = $1`, [id])).rejects.toThrow('never goes back');
    const rows = await db.query<{ state: string }[]>(
      'select state from notice_receipt where notice_id = $1 order by id',
      [id],
    );
    expect(rows.map((row) => row.state)).toEqual(['acknowledged', 'seen', 'delivered']);
  });
});
