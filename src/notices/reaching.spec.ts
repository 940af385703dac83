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
import { Outbox } from './outbox.js';

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

describe('a digest', () => {
  const keys = () => robot.calls.map((call) => call.headers['idempotency-key']);
  const texts = () => robot.calls.map((_, index) => robot.said<{ text: { content: string } }>(index).text.content);

  test('is repeated whole, in the same words and under the same key; what came meanwhile is no part of it', async () => {
    robot.answers.push(500);
    sayWell(2);
    const ids = await alerts(30);
    const settle = await start();
    await settle();
    const [read = '', late = ''] = ids;
    await db.query(`update notice set state = 'acknowledged', lease_token = null where id = $1`, [read]);
    await db.query(`update notice set next_at = app_now() + ($2 = id)::int * interval '1 hour' where id = any($1)`, [
      ids,
      late,
    ]);
    const newcomers = await alerts(5);
    await settle();
    const [first, ...later] = keys();
    expect(first).toMatch(/^digest:[0-9a-f-]{36}$/);
    expect(later).toHaveLength(2);
    expect(later.filter((key) => key === first)).toHaveLength(1);
    const [once = '', ...then] = texts();
    expect(once).toContain('30 条通知');
    expect(then.filter((text) => text === once)).toHaveLength(1);
    expect(then.find((text) => text !== once)).toContain('5 条通知');
    expect(new Set(await statesOf([...ids.slice(1), ...newcomers]))).toEqual(new Set(['sent']));
    expect(await statesOf([read])).toEqual(['acknowledged']);
  });

  test('that a process which died had made goes out as that one', async () => {
    sayWell(2);
    await alerts(12);
    const dead = new Outbox(db);
    const digest = await dead.merge(await dead.claim('wecom', 50));
    await db.query(`update notice set lease_until = app_now() - interval '1 second' where digest_id = $1`, [digest]);
    await alerts(4);
    await (
      await start()
    )();
    expect(keys()).toContain(`digest:${digest}`);
    expect(new Set(keys()).size).toBe(2);
  });

  test('takes in nothing that went alone before: that may have arrived, and is repeated under its own key', async () => {
    robot.answers.push(500);
    const [alone = ''] = await alerts(1);
    const settle = await start();
    await settle();
    await db.query('update notice set next_at = app_now() where id = $1', [alone]);
    await alerts(20);
    sayWell(2);
    await settle();
    const [own, ...later] = keys();
    expect(later).toHaveLength(2);
    expect(later).toContain(own);
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

describe('what was held and is let go hours later', () => {
  const letGo = (id: string) => db.query(`update notice set next_at = app_now() where id = $1`, [id]);
  const said = () => robot.said<{ text: { content: string } }>().text.content;

  /** Let go, and nobody there yet to take it. @returns its notice */
  async function heldOver(change: string): Promise<string> {
    const { alertId, incidentId, clockId } = await insertAlert(db);
    await db.query(`update incident set level = 'III' where id = $1`, [incidentId]);
    const id = await insertNotice(db, { alertId, incidentId }, { channel: 'wecom' });
    await (
      await start(true)
    )();
    expect(await statesOf([id])).toEqual(['held']);
    await db.query(`update incident_clock set ${change} where id = $1`, [clockId]);
    await worker?.close();
    await letGo(id);
    return id;
  }

  async function goesOut(): Promise<void> {
    sayWell(1);
    await (
      await start()
    )();
  }

  test('says that its duty was answered meanwhile, whatever the channel may hold', async () => {
    const id = await heldOver(`met_at = '2026-11-22T23:10:00Z'`);
    await goesOut();
    expect(await statesOf([id])).toEqual(['sent']);
    expect(said()).toContain('已于北京时间 11月23日 07:10 答复');
  });

  test('says when it came too late, and when the limit was ended', async () => {
    await heldOver(`met_at = due_at + interval '1 minute'`);
    await goesOut();
    expect(said()).toContain('答复,超时');
    await worker?.close();
    robot.calls.length = 0;
    await heldOver(`waived_at = app_now(), waived_reason = '处置完毕'`);
    await goesOut();
    expect(said()).toContain('该时限已于北京时间');
  });

  test('says nothing of the kind while the duty runs; held anew, it is looked at anew', async () => {
    const id = await heldOver('met_at = null');
    const outbox = new Outbox(db);
    const claim = async () => (await outbox.claim('wecom', 5)).find((one) => one.id === id);
    const first = await claim();
    expect(first?.payload.meanwhile).toBeUndefined();
    if (!first) throw new Error('it was not let go');
    await outbox.putOff(first, 'held', { seconds: 0 });
    const met = `update incident_clock set met_at = $2 where id = (select clock_id from deadline_alert a join notice n on n.alert_id = a.id where n.id = $1)`;
    await db.query(met, [id, '2026-11-22T23:10:00Z']);
    await db.query(`update notice set state = 'pending' where id = $1`, [id]);
    const again = await claim();
    expect(again?.payload.meanwhile?.en).toContain('07:10 Beijing time');
    await db.query(met, [id, null]);
    await db.query('update notice set lease_until = null, next_at = app_now() where id = $1', [id]);
    // Once it has begun to leave, it is worded as it was.
    expect((await claim())?.payload.meanwhile).toEqual(again?.payload.meanwhile);
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
