import { resolve } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { FakeReceiver } from '../../test/support/fake-receiver.js';
import { FakeSmtp } from '../../test/support/fake-smtp.js';
import { insertAlert, insertNotice } from '../../test/support/notice-rows.js';
import { insertPerson } from '../../test/support/roster-rows.js';
import { DatabaseModule, databaseOptions } from '../database/database.module.js';
import { loadSettings, Settings } from '../settings/settings.js';
import { SettingsModule } from '../settings/settings.module.js';
import { Dispatcher } from './dispatcher.js';
import { DispatchingModule } from './notices.module.js';
import { Outbox } from './outbox.js';

let database: TestDatabase;
let db: DataSource;
let smtp: FakeSmtp;
let receiver: FakeReceiver;
const workers: TestingModule[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  db = await new DataSource(databaseOptions(database.url)).initialize();
});
beforeEach(async () => {
  smtp = await FakeSmtp.start();
  receiver = await FakeReceiver.start();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
  await Promise.all([smtp.stop(), receiver.stop()]);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

function settings(senders: Record<string, string>): Settings {
  const variables = { DATABASE_URL: database.url, ...senders };
  const read = loadSettings(variables, resolve(__dirname, '../..'));
  const contacts = { email: 'duty@office.test', webhook: receiver.url };
  const units = read.rules.bureaus.units.map((unit) => ({ ...unit, contacts }));
  const rules = { ...read.rules, bureaus: { ...read.rules.bureaus, units } };
  return new Settings(read.env, read.policy, rules, read.sources, read.root);
}

/** A worker that wakes only when told to (no schedule) or by NOTIFY. */
function startWorker(...more: DynamicModule[]) {
  return startWorkerWith({ SMTP_URL: smtp.url, WEBHOOK_SECRET: '0123456789abcdef' }, ...more);
}

async function startWorkerWith(
  senders: Record<string, string>,
  ...more: DynamicModule[]
): Promise<{ dispatcher: Dispatcher; stop: () => Promise<void> }> {
  const worker = await Test.createTestingModule({
    imports: [SettingsModule.of(settings(senders)), DatabaseModule, DispatchingModule, ...more],
  }).compile();
  await worker.init();
  workers.push(worker);
  const stop = async () => {
    workers.splice(workers.indexOf(worker), 1);
    await worker.close();
  };
  return { dispatcher: worker.get(Dispatcher), stop };
}

async function settle(dispatcher: Dispatcher): Promise<void> {
  dispatcher.wake();
  await dispatcher.idle();
}

function statesOf(alertId: string) {
  return db.query<{ channel: string; state: string; attempts: number }[]>(
    'select channel, state, attempts from notice where alert_id = $1 order by channel',
    [alertId],
  );
}

describe('the dispatcher', () => {
  test('delivers by e-mail and webhook, then has nothing left to do', async () => {
    const { dispatcher } = await startWorker();
    const alert = await insertAlert(db);
    await insertNotice(db, alert, { channel: 'email' });
    await insertNotice(db, alert, { channel: 'webhook' });
    await settle(dispatcher);
    await settle(dispatcher);
    expect(smtp.mails.map((mail) => mail.to)).toEqual([['duty@office.test']]);
    expect(receiver.calls).toHaveLength(1);
    expect((await statesOf(alert.alertId)).map((row) => row.state)).toEqual(['sent', 'sent']);
  });

  test('delivers though the failures of one case cannot be reported, and reports those of the next', async () => {
    const { dispatcher } = await startWorker();
    const [poisoned, next] = [await insertAlert(db), await insertAlert(db)];
    const owner = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await owner.query(
      `alter table delivery_report add constraint poison check (incident_id <> '${poisoned.incidentId}')`,
    );
    for (const alert of [poisoned, next]) {
      const id = await insertNotice(db, alert, { channel: 'email' });
      await db.query(`update notice set state = 'failed' where id = $1`, [id]);
      await db.query(`insert into delivery_failure (notice_id, at) values ($1, app_now() - interval '1 minute')`, [id]);
    }
    const alert = await insertAlert(db);
    await insertNotice(db, alert);
    await settle(dispatcher);
    await settle(dispatcher);
    await owner.query('alter table delivery_report drop constraint poison');
    await owner.query('delete from delivery_failure');
    await owner.destroy();
    expect(await statesOf(alert.alertId)).toMatchObject([{ state: 'sent' }]);
    const reported = await db.query<object[]>('select incident_id from delivery_report');
    expect(reported).toEqual([{ incident_id: next.incidentId }]);
  });

  test('tries again after a failure, with the same idempotency key', async () => {
    const { dispatcher } = await startWorker();
    const alert = await insertAlert(db);
    receiver.answers.push(500);
    const id = await insertNotice(db, alert);
    await settle(dispatcher);
    expect(await statesOf(alert.alertId)).toEqual([{ channel: 'webhook', state: 'pending', attempts: 1 }]);
    await db.query('update notice set next_at = app_now() where id = $1', [id]);
    await settle(dispatcher);
    expect(await statesOf(alert.alertId)).toEqual([{ channel: 'webhook', state: 'sent', attempts: 2 }]);
    const keys = receiver.calls.map((call) => call.headers['idempotency-key']);
    expect(keys).toEqual(Array(2).fill(`${alert.alertId}:SECURITY:webhook`));
  });

  test('reaches a person at the address of this moment', async () => {
    const { dispatcher } = await startWorker();
    const alert = await insertAlert(db);
    const recipient = await insertPerson(db, 'on-duty', { role: 'duty_officer', ways: { email: '!old@office.test' } });
    smtp.answers.push({ rcpt: '451 later' });
    const id = await insertNotice(db, alert, { recipient, channel: 'email' });
    await settle(dispatcher);
    await db.query(`update contact_way set address = 'new@office.test' where account_id = $1`, [recipient]);
    await db.query('update notice set next_at = app_now() where id = $1', [id]);
    await settle(dispatcher);
    expect(smtp.mails.map((mail) => mail.to)).toEqual([['new@office.test']]);
  });

  test('gives up at once when the receiver refuses for good, or nobody can be reached; the next way is tried', async () => {
    const { dispatcher } = await startWorker();
    const alert = await insertAlert(db);
    receiver.answers.push(404);
    await insertNotice(db, alert, { channel: 'webhook' });
    await insertNotice(db, alert, { recipient: 'NO_SUCH_UNIT', channel: 'email' });
    await settle(dispatcher);
    expect((await statesOf(alert.alertId)).map((row) => row.state).sort()).toEqual(['failed', 'failed', 'sent']);
    expect(smtp.mails).toHaveLength(1);
  });

  test('keeps what waits through a start without SMTP_URL and WEBHOOK_SECRET', async () => {
    const poor = await startWorkerWith({});
    const alert = await insertAlert(db);
    await insertNotice(db, alert, { channel: 'email' });
    await insertNotice(db, alert, { channel: 'webhook' });
    await settle(poor.dispatcher);
    expect((await statesOf(alert.alertId)).map((row) => row.state)).toEqual(['pending', 'pending']);
    await poor.stop();
    await db.query('update notice set next_at = app_now() where alert_id = $1', [alert.alertId]);
    await settle((await startWorker()).dispatcher);
    expect((await statesOf(alert.alertId)).map((row) => row.state)).toEqual(['sent', 'sent']);
  });

  test('takes over what a dead worker held, once its lease has ended', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    // The dead worker came first: one that is just starting looks by itself.
    expect(await new Outbox(db).claim('webhook', 1)).toHaveLength(1);
    const { dispatcher } = await startWorker();
    await settle(dispatcher);
    expect(receiver.calls).toHaveLength(0);
    await db.query(`update notice set lease_until = app_now() - interval '1 second' where id = $1`, [id]);
    await settle(dispatcher);
    expect(receiver.calls).toHaveLength(1);
    expect(await statesOf(alert.alertId)).toEqual([{ channel: 'webhook', state: 'sent', attempts: 2 }]);
  });

  test('two beside each other send each notice once', async () => {
    const [one, other] = await Promise.all([startWorker(), startWorker()]);
    const alert = await insertAlert(db);
    for (let n = 0; n < 40; n += 1) await insertNotice(db, await insertAlert(db));
    await insertNotice(db, alert);
    await Promise.all([settle(one.dispatcher), settle(other.dispatcher)]);
    const keys = receiver.calls.map((call) => String(call.headers['idempotency-key']));
    expect(keys).toHaveLength(41);
    expect(new Set(keys).size).toBe(41);
  });

  test('a mail server that hangs does not hold up the webhook', async () => {
    const { dispatcher, stop } = await startWorker();
    const alert = await insertAlert(db);
    for (let n = 0; n < 8; n += 1) smtp.answers.push({ hang: true });
    for (let n = 0; n < 8; n += 1) await insertNotice(db, await insertAlert(db), { channel: 'email' });
    await insertNotice(db, alert, { channel: 'webhook' });
    dispatcher.wake();
    await receiver.called();
    expect(smtp.mails).toEqual([]);
    await smtp.stop();
    await stop();
    smtp = await FakeSmtp.start();
  });

  test('hears of a new notice by NOTIFY', async () => {
    await startWorker();
    await insertNotice(db, await insertAlert(db));
    await db.query('notify notices');
    await receiver.called();
    expect(receiver.calls).toHaveLength(1);
  });

  test('looks by itself when a NOTIFY was lost', async () => {
    await startWorker(ScheduleModule.forRoot());
    await insertNotice(db, await insertAlert(db));
    await receiver.called();
    expect(receiver.calls).toHaveLength(1);
  });

  test('stopping waits for what is under way, and records it', async () => {
    const { dispatcher, stop } = await startWorker();
    const alert = await insertAlert(db);
    await insertNotice(db, alert);
    dispatcher.wake();
    await receiver.called();
    await stop();
    expect(await statesOf(alert.alertId)).toEqual([{ channel: 'webhook', state: 'sent', attempts: 1 }]);
    expect(receiver.calls).toHaveLength(1);
  });
});
