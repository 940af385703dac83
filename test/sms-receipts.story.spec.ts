import pg from 'pg';
import { signatureOf } from '../src/channels/signature.js';
import { EarlyReceipts } from '../src/notices/told/early-receipts.js';
import { Outbox } from '../src/notices/outbox.js';
import { insertAlert, insertNotice } from './support/notice-rows.js';
import { Office } from './support/office.js';
import { insertPerson } from './support/roster-rows.js';

const SECRET = 'a-secret-of-the-gateway';
const ENV = { SMS_RECEIPT_SECRET: SECRET, SMS_GATEWAY_URL: 'https://sms.test/send', SMTP_URL: 'smtp://mail.test' };

let office: Office;
let person: string;
let incidentId: string;
let notice: string;

async function opens(env: Record<string, string> = ENV, recorded = true): Promise<void> {
  office = await Office.open({ env });
  person = await insertPerson(office.db, 'guard', {
    role: 'bureau_officer',
    bureau: 'SECURITY',
    ways: { sms: '!13800000000', email: '!guard@office.test' },
  });
  const alert = await insertAlert(office.db);
  incidentId = alert.incidentId;
  notice = await insertNotice(office.db, alert, { recipient: person, channel: 'sms' });
  if (recorded) await records();
}

async function records(): Promise<void> {
  const outbox = new Outbox(office.db);
  for (const claimed of await outbox.claim('sms', 1))
    await outbox.recordSent(claimed, { answer: 'OK', reference: '7001' });
}
afterEach(() => office.close());

async function calls(body: string, { secret = SECRET, ahead = 0 } = {}): Promise<number> {
  const seconds = Math.floor((await office.clock.now()).getTime() / 1_000) + ahead;
  return sends(body, { 'x-huiying-signature': signatureOf(secret, body, seconds) });
}

async function sends(body: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(`${office.address}/api/v1/receipts/sms`, { method: 'POST', body, headers });
  return answer.status;
}

const report = (status: string, reference = '7001', detail = '') =>
  calls(JSON.stringify({ items: [{ reference, status, detail }] }));

/** All that a report may change. */
async function everything(): Promise<string> {
  const tables = ['notice', 'notice_receipt', 'delivery_attempt', 'delivery_failure', 'journal'];
  const rows = await Promise.all(
    tables.map((table) => office.db.query<object[]>(`select to_jsonb(t) as row from ${table} t order by 1`)),
  );
  return JSON.stringify(rows);
}

const notices = () =>
  office.db.query<{ channel: string; state: string }[]>(
    'select channel, state from notice where recipient_id = $1 order by created_at, channel',
    [person],
  );

test('what arrived is delivered, once, and never goes back', async () => {
  await opens();
  expect([await report('delivered'), await report('delivered')]).toEqual([202, 202]);
  const after = await everything();
  expect(await report('failed')).toBe(202);
  expect(await everything()).toBe(after);
  expect(await notices()).toEqual([{ channel: 'sms', state: 'delivered' }]);
  const told = (await office.journal()).filter((row) => row.kind === 'notice.delivered');
  expect(told.map((row) => [row.incidentId, row.data.noticeId])).toEqual([[incidentId, notice]]);
});

test('what failed goes by the next way at once, and once; it may still arrive', async () => {
  await opens();
  expect(await report('failed', '7001', `UNDELIV ${SECRET}`)).toBe(202);
  const after = await everything();
  expect(await report('failed', '7001', 'UNDELIV')).toBe(202);
  expect(await everything()).toBe(after);
  expect(await notices()).toEqual([
    { channel: 'sms', state: 'failed' },
    { channel: 'email', state: 'pending' },
  ]);
  const attempts = await office.db.query<object[]>('select ok, detail from delivery_attempt order by id');
  expect(attempts).toEqual([
    { ok: true, detail: 'OK' },
    { ok: false, detail: '网关回执 · reported by the gateway: UNDELIV …' },
  ]);
  const kinds = (await office.journal()).map((row) => row.kind);
  expect(kinds).toEqual(expect.arrayContaining(['notice.failed', 'notice.failed_over']));
  await report('delivered');
  expect((await notices())[0]).toEqual({ channel: 'sms', state: 'delivered' });
});

test('nothing changes by an unknown reference, a stale time, a wrong or missing signature, or what is no report', async () => {
  await opens();
  const before = await everything();
  const body = JSON.stringify({ items: [{ reference: '7001', status: 'delivered' }] });
  expect(await report('delivered', '7002')).toBe(202);
  expect(await calls(body, { ahead: -302 })).toBe(401);
  expect(await calls(body, { ahead: 302 })).toBe(401);
  expect(await calls(body, { secret: 'another-secret-altogether' })).toBe(401);
  expect(await sends(body, {})).toBe(401);
  expect(await calls('{"items":[]}')).toBe(400);
  expect(await calls('no json')).toBe(400);
  expect(await everything()).toBe(before);
});

describe('a report that comes before the sending is recorded', () => {
  const kept = () => office.db.query<object[]>('select reference, status from early_receipt order by id');
  const applies = () => office.part(EarlyReceipts).apply();
  beforeEach(() => opens(ENV, false));

  test('counts when it is, once, however often it came', async () => {
    expect([await report('delivered'), await report('delivered')]).toEqual([202, 202]);
    await applies();
    expect(await notices()).toEqual([{ channel: 'sms', state: 'pending' }]);
    await records();
    await Promise.all([applies(), applies()]);
    await applies();
    expect(await notices()).toEqual([{ channel: 'sms', state: 'delivered' }]);
    expect((await office.journal()).filter((row) => row.kind === 'notice.delivered')).toHaveLength(1);
    expect(await kept()).toEqual([]);
  });

  test('of both, the one that it arrived wins', async () => {
    await report('delivered');
    await report('failed', '7001', `UNDELIV ${SECRET}`);
    await records();
    await applies();
    expect(await notices()).toEqual([{ channel: 'sms', state: 'delivered' }]);
  });

  test('a failed one goes by the next way', async () => {
    await report('failed', '7001', 'UNDELIV');
    await records();
    await applies();
    expect(await notices()).toEqual([
      { channel: 'sms', state: 'failed' },
      { channel: 'email', state: 'pending' },
    ]);
  });

  test('that cannot be applied keeps no other waiting', async () => {
    const alert = await insertAlert(office.db);
    const other = await insertNotice(office.db, alert, { recipient: person, channel: 'sms' });
    await report('delivered', '7001');
    await report('delivered', '7002');
    const outbox = new Outbox(office.db);
    for (const claimed of await outbox.claim('sms', 2))
      await outbox.recordSent(claimed, { answer: 'OK', reference: claimed.id === notice ? '7001' : '7002' });
    const owner = new pg.Client({ connectionString: office.database.url });
    await owner.connect();
    await owner.query(`alter table notice add constraint poison check (id <> '${notice}' or state <> 'delivered')`);
    await owner.end();
    await expect(applies()).rejects.toThrow('poison');
    const [row] = await office.db.query<{ state: string }[]>('select state from notice where id = $1', [other]);
    expect(row?.state).toBe('delivered');
    expect(await kept()).toEqual([{ reference: '7001', status: 'delivered' }]);
  });

  test('is forgotten after an hour', async () => {
    await report('failed');
    await office.passes({ hours: 2 });
    await records();
    await applies();
    expect(await notices()).toEqual([{ channel: 'sms', state: 'sent' }]);
    await report('delivered', '7002');
    expect(await kept()).toEqual([{ reference: '7002', status: 'delivered' }]);
  });
});

test('without a secret there is no such address', async () => {
  await opens({ ...ENV, SMS_RECEIPT_SECRET: '' });
  const before = await everything();
  expect(await report('delivered')).toBe(404);
  expect(await everything()).toBe(before);
});
