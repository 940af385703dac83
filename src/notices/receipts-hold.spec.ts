import { resolve } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { FakeReceiver } from '../../test/support/fake-receiver.js';
import { insertAlert, insertNotice } from '../../test/support/notice-rows.js';
import { DatabaseModule } from '../database/database.module.js';
import { loadSettings, Settings } from '../settings/settings.js';
import { SettingsModule } from '../settings/settings.module.js';
import { Dispatcher } from './dispatcher.js';
import { FailureReports } from './failure-report.js';
import { DispatchingModule } from './notices.module.js';
import { Outbox } from './outbox.js';

/** What receipts, digests and the change of ways lean on: the keys of their tables, and the order in which things are written. */
let database: TestDatabase;
let robot: FakeReceiver;
let worker: TestingModule;
let db: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  robot = await FakeReceiver.start();
  const read = loadSettings(
    { DATABASE_URL: database.url, WEBHOOK_SECRET: '0123456789abcdef' },
    resolve(__dirname, '../..'),
  );
  const units = read.rules.bureaus.units.map((unit) => ({ ...unit, contacts: { wecom: `${robot.url}?key=k` } }));
  const rules = { ...read.rules, bureaus: { ...read.rules.bureaus, units } };
  const settings = new Settings(read.env, read.policy, rules, read.sources, read.root);
  worker = await Test.createTestingModule({
    imports: [SettingsModule.of(settings), DatabaseModule, DispatchingModule],
  }).compile();
  // Not started: it hears no NOTIFY, and takes only what a test hands it.
  db = worker.get(DataSource);
});
afterAll(async () => {
  await worker.close();
  await robot.stop();
  await database.drop();
});

async function settle(): Promise<void> {
  const dispatcher = worker.get(Dispatcher);
  dispatcher.wake();
  await dispatcher.idle();
}

/** Fails so many times on this way. */
async function fails(channel: string, times: number, ways: string[]): Promise<void> {
  const outbox = worker.get(Outbox);
  for (let n = 0; n < times; n += 1) {
    await db.query('update notice set next_at = app_now() where channel = $1', [channel]);
    const [notice] = await outbox.claim(channel, 1);
    if (!notice) throw new Error('nothing to claim');
    await outbox.recordFailure(notice, { detail: 'HTTP 500', permanent: false, ways });
  }
}

test('a digest is marked as sent only when the robot has taken it', async () => {
  robot.answers.push(500);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await insertNotice(db, await insertAlert(db), { channel: 'wecom' }));
  await settle();
  expect(robot.calls).toHaveLength(1);
  const left = await db.query(
    `select state, attempts, (select count(*)::int from notice_receipt r where r.notice_id = n.id) as receipts
     from notice n where id = any($1)`,
    [ids],
  );
  expect(left).toEqual(ids.map(() => ({ state: 'pending', attempts: 1, receipts: 0 })));
  await db.query(`update notice set state = 'closed' where id = any($1)`, [ids]);
});

test('the next way is taken once, however often the first one fails; the one after it when that fails too', async () => {
  const { alertId, incidentId } = await insertAlert(db);
  await insertNotice(db, { alertId, incidentId }, { channel: 'webhook' });
  const ways = ['webhook', 'feishu', 'dingtalk'];
  const taken = async () =>
    (
      await db.query<{ channel: string }[]>('select channel from notice where alert_id = $1 order by created_at', [
        alertId,
      ])
    ).map((row) => row.channel);
  await fails('webhook', 1, ways);
  expect(await taken()).toEqual(['webhook']);
  await fails('webhook', 4, ways);
  expect(await taken()).toEqual(['webhook', 'feishu']);
  await fails('feishu', 2, ways);
  expect(await taken()).toEqual(ways);
  expect(await db.query('select from delivery_failure')).toHaveLength(2);
});

test('the desk hears of a failure once, however many ask', async () => {
  await db.query(`update delivery_failure set at = at - interval '1 minute'`);
  const reports = worker.get(FailureReports);
  await Promise.all([reports.tellOwner(), reports.tellOwner(), reports.tellOwner()]);
  await reports.tellOwner();
  expect(await db.query('select from delivery_report')).toHaveLength(1);
  expect(await db.query('select from delivery_failure where report_id is null')).toEqual([]);
});

test('the database lets no receipt go back, whoever asks', async () => {
  const ranks = ['pending', 'failed', 'sent', 'delivered', 'seen', 'acknowledged'];
  const id = await insertNotice(db, await insertAlert(db), { channel: 'email' });
  for (const state of ranks) {
    await db.query('update notice set state = $2 where id = $1', [id, state]);
    for (const earlier of ranks.slice(0, ranks.indexOf(state))) {
      // What a gateway had taken it may still fail to bring.
      if (state === 'sent' && earlier === 'failed') continue;
      await expect(db.query('update notice set state = $2 where id = $1', [id, earlier])).rejects.toThrow(
        'never goes back',
      );
    }
  }
});

test.each([
  ['notice', 'report_id, incident_id, recipient_id, channel, state, payload, next_at', 'report_id is not null'],
  ['notice_receipt', 'notice_id, state, account_id', 'true'],
  ['delivery_failure', 'notice_id', 'true'],
])('a second row of the same %s is refused by the database itself', async (table, columns, which) => {
  const [id] = await db.query<{ id: string }[]>('select id from notice limit 1');
  await db.query(`insert into notice_receipt (notice_id, state) values ($1, 'sent') on conflict do nothing`, [id?.id]);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  try {
    const again = `insert into ${table} (${columns}) select ${columns} from ${table} where ${which} limit 1`;
    await expect(owner.query(again)).rejects.toMatchObject({ code: '23505' });
  } finally {
    await owner.end();
  }
});
