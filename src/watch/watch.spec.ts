import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { insertAlert, insertNotice } from '../../test/support/notice-rows.js';
import { SmallApp } from '../../test/support/small-app.js';
import type { Readiness } from '../contract/health.js';
import { WatchModule } from './watch.module.js';

const TOKEN = 'a-token-for-the-scraper';
let database: TestDatabase;
let office: SmallApp;
let db: DataSource;
let base: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = await SmallApp.boot({ url: database.url, variables: { METRICS_TOKEN: TOKEN }, modules: [WatchModule] });
  ({ db, base } = office);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(() => db.query('update sweep set last_at = app_now(); update audit set last_at = app_now()'));

async function checks(): Promise<Readiness['checks']> {
  return ((await (await fetch(`${base}/health/ready`)).json()) as Readiness).checks;
}

async function ready(): Promise<{ status: number; red: string[] }> {
  const answer = await fetch(`${base}/health/ready`);
  const { checks } = (await answer.json()) as Readiness;
  return { status: answer.status, red: checks.filter((check) => !check.ok).map((check) => check.name) };
}

describe('readiness', () => {
  test('is green while sweeps are recent and no notice waits', async () => {
    expect(await ready()).toEqual({ status: 200, red: [] });
  });

  test('is red when the last sweep is older than 10 s', async () => {
    await db.query(`update sweep set last_at = app_now() - interval '9 seconds'`);
    expect((await ready()).status).toBe(200);
    await db.query(`update sweep set last_at = app_now() - interval '11 seconds'`);
    expect(await ready()).toEqual({ status: 503, red: ['sweep'] });
  });

  test('is red when a due notice has not been tried for 30 s; one that waits its turn or is held is none', async () => {
    const id = await insertNotice(db, await insertAlert(db));
    expect((await ready()).status).toBe(200);
    await db.query(`update notice set next_at = app_now() - interval '31 seconds' where id = $1`, [id]);
    expect(await ready()).toEqual({ status: 503, red: ['notices'] });
    await db.query(`update notice set lease_until = app_now() + interval '20 seconds' where id = $1`, [id]);
    expect((await ready()).status).toBe(200);
    await db.query(`update notice set lease_until = null, next_at = app_now() + interval '30 seconds' where id = $1`, [
      id,
    ]);
    expect((await ready()).status).toBe(200);
    await db.query(`update notice set state = 'held' where id = $1`, [id]);
    expect((await ready()).status).toBe(200);
    await db.query(`update notice set next_at = app_now() - interval '31 seconds', lease_until = null`);
    expect(await ready()).toEqual({ status: 503, red: ['notices'] });
    await db.query(`update notice set state = 'sent' where id = $1`, [id]);
  });

  test('is red when the auditor has not looked for five minutes', async () => {
    await db.query(`update audit set last_at = app_now() - interval '299 seconds'`);
    expect((await ready()).status).toBe(200);
    await db.query(`update audit set last_at = app_now() - interval '302 seconds'`);
    expect(await ready()).toEqual({ status: 503, red: ['audit'] });
    await db.query('update audit set last_at = app_now()');
  });

  test('is red while the database lacks a migration of this version, or cannot say', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await owner.query(`update migrations set name = 'Other' where name = 'Audit1763900000028'`);
    expect(await ready()).toEqual({ status: 503, red: ['migrations'] });
    expect((await checks()).find(({ ok }) => !ok)?.detail).toContain('Audit1763900000028');
    await owner.query(`update migrations set name = 'Audit1763900000028' where name = 'Other'`);
    await owner.query('revoke select on migrations from huiying_app');
    expect(await ready()).toEqual({ status: 503, red: ['migrations'] });
    await owner.query('grant select on migrations to huiying_app');
    await owner.destroy();
    expect((await ready()).status).toBe(200);
  });

  test('says why, in plain words', async () => {
    await db.query(`update sweep set last_at = app_now() - interval '60 seconds'`);
    const sweep = (await checks()).find(({ name }) => name === 'sweep');
    expect(sweep?.detail).toMatch(/^上次时限巡检在 60 秒前 · the last sweep was 60 s ago$/);
  });

  test('blind sources do not turn it red', async () => {
    await db.query(
      `insert into source (id, name, url, tier, family, origin, failures, last_ok_at)
       values ('blind', '失联来源', 'http://blind.test/', 'core', 'test', 'api', 99, 'epoch')`,
    );
    expect((await ready()).status).toBe(200);
  });

  test('being alive needs nothing', async () => {
    const answer = await fetch(`${base}/health/live`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'live' }]);
  });
});

describe('metrics', () => {
  const scrape = (headers: Record<string, string> = {}) => fetch(`${base}/metrics`, { headers });

  test('tell clocks, notices, sweeps and requests', async () => {
    const alert = await insertAlert(db);
    const late = await insertAlert(db);
    const earlier = `start_at = app_now() - interval '301 minutes', due_at = app_now() - interval '1 minute'`;
    await db.query(`update incident_clock set ${earlier} where id = $1`, [late.clockId]);
    await insertNotice(db, alert, { channel: 'email' });
    await fetch(`${base}/health/live`);
    await office.call('/incidents/1');
    await office.call('/session');
    const text = await (await scrape()).text();
    expect(text).toContain('huiying_database_up 1');
    expect(text).toMatch(/huiying_clocks\{kind="statement_5h",state="overdue"\} 1\n/);
    const remaining = /huiying_deadline_seconds_remaining\{kind="statement_5h"\} ([\d.]+)/.exec(text)?.[1];
    expect(Number(remaining)).toBeGreaterThan(17_000);
    expect(Number(remaining)).toBeLessThanOrEqual(18_000);
    expect(text).toContain('huiying_notices_pending{channel="email"} 1');
    expect(text).toContain('huiying_sources_failing 1');
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d/);
    expect(text).toMatch(/count\{method="GET",route="\/api\/v1\/session",status="401"\} 1\n/);
    expect(text).not.toContain('incidents/1');
  });

  test('tell how long what is due has waited, when the auditor looked and what it found', async () => {
    const read = async (name: string) =>
      Number(new RegExp(`^${name} ([\\d.]+)$`, 'm').exec(await (await scrape()).text())?.[1]);
    const { clockId } = await insertAlert(db);
    const notice = await insertNotice(db, await insertAlert(db));
    await db.query(
      `insert into clock_threshold (clock_id, key, version, fire_at) values ($1, 'due', 1, app_now() - interval '40 seconds'),
         ($1, 'later', 1, app_now() + interval '1 hour')`,
      [clockId],
    );
    await db.query(`update notice set next_at = app_now() - interval '20 seconds' where id = $1`, [notice]);
    await db.query(`update audit set last_at = app_now() - interval '70 seconds'`);
    await db.query(`insert into audit_finding (rule, subject, detail, gone_at) values
      ('wrong_due', 'a', '{}', null), ('wrong_due', 'b', '{}', null), ('wrong_due', 'c', '{}', app_now())`);
    expect(Math.floor(await read('huiying_threshold_age_seconds'))).toBe(40);
    expect(Math.floor(await read('huiying_notice_age_seconds'))).toBe(20);
    expect(Math.floor(await read('huiying_audit_age_seconds'))).toBe(70);
    expect(await read('huiying_audit_findings\\{rule="wrong_due"\\}')).toBe(2);
    await db.query(`update clock_threshold set outcome = 'fired'`);
    await db.query(`update notice set state = 'sent'`);
    expect([await read('huiying_threshold_age_seconds'), await read('huiying_notice_age_seconds')]).toEqual([0, 0]);
  });

  test('canary and drill are left out', async () => {
    await db.query(`update incident set channel = 'drill'`);
    expect(await (await scrape()).text()).not.toMatch(/huiying_clocks\{/);
  });

  test('are for this machine, or for whoever bears the token', async () => {
    const passedOn = { 'x-forwarded-for': '203.0.113.9' };
    expect((await scrape(passedOn)).status).toBe(403);
    expect((await scrape({ ...passedOn, authorization: 'Bearer wrong-token-of-any-kind' })).status).toBe(403);
    expect((await scrape({ ...passedOn, authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await scrape()).headers.get('content-type')).toMatch(/^text\/plain/);
  });
});

test('the description of the interface is open to everyone', async () => {
  const answer = await fetch(`${base}/api/openapi.json`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ openapi: '3.1.0', info: { title: '回应 Huiying' } });
});

describe('without a database', () => {
  test('readiness says so, metrics and liveness answer', async () => {
    await database.drop();
    expect(await ready()).toEqual({ status: 503, red: ['database'] });
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('huiying_database_up 0');
    const refused = await office.post('/session', { username: 'admin', password: 'any-password' });
    expect([refused.status, await refused.json()]).toEqual([503, expect.objectContaining({ status: 503 })]);
  });
});
