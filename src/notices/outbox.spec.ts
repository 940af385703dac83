import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { insertAlert, insertNotice } from '../../test/support/notice-rows.js';
import { databaseOptions } from '../database/database.module.js';
import type { ClaimedNotice } from './claimed-notice.js';
import { Outbox } from './outbox.js';

let database: TestDatabase;
let db: DataSource;
let outbox: Outbox;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await new DataSource(databaseOptions(database.url)).initialize();
  outbox = new Outbox(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
afterEach(() => db.query(`update notice set state = 'closed' where state = 'pending'`));

async function claimOne(): Promise<ClaimedNotice> {
  const [notice] = await outbox.claim('webhook', 1);
  if (!notice) throw new Error('nothing to claim');
  return notice;
}

async function stored(id: string) {
  const [row] = await db.query<{ state: string; attempts: number; wait: number; leased: boolean; tries: number }[]>(
    `select state, attempts, extract(epoch from next_at - (select max(at) from delivery_attempt where notice_id = notice.id))::int as wait, lease_token is not null as leased,
       (select count(*)::int from delivery_attempt where notice_id = notice.id) as tries
     from notice where id = $1`,
    [id],
  );
  return row;
}

async function journalOf(incidentId: string): Promise<{ kind: string; state: string; attempts: number }[]> {
  const rows = await db.query<{ kind: string; body: string }[]>(
    `select kind, body from journal where incident_id = $1 order by seq`,
    [incidentId],
  );
  return rows.map(({ kind, body }) => {
    const { state, attempts } = JSON.parse(body).data;
    return { kind, state, attempts };
  });
}

describe('the outbox', () => {
  test('gives a notice to one process only', async () => {
    const alert = await insertAlert(db);
    const ids = [];
    for (let n = 0; n < 20; n += 1) ids.push(await insertNotice(db, alert, { recipient: `UNIT_${n}` }));
    const batches = await Promise.all(Array.from({ length: 8 }, () => outbox.claim('webhook', 5)));
    const claimed = batches.flat().map((notice) => notice.id);
    expect(claimed.sort()).toEqual(ids.sort());
    expect(await outbox.claim('webhook', 5)).toEqual([]);
  });

  test('what was never tried goes before what has failed, however long that has waited', async () => {
    const failed = await insertNotice(db, await insertAlert(db));
    await outbox.recordFailure(await claimOne(), { detail: 'HTTP 500', permanent: false });
    await db.query(`update notice set next_at = app_now() - interval '1 hour' where id = $1`, [failed]);
    const fresh = await insertNotice(db, await insertAlert(db));
    expect((await claimOne()).id).toBe(fresh);
    expect((await claimOne()).id).toBe(failed);
  });

  test('a sent notice has its attempt and its journal row', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    expect(await outbox.recordSent(await claimOne())).toBe(true);
    expect(await stored(id)).toMatchObject({ state: 'sent', attempts: 1, tries: 1, leased: false });
    expect(await journalOf(alert.incidentId)).toEqual([{ kind: 'notice.sent', state: 'sent', attempts: 1 }]);
  });

  test('failures are tried again after 1, 2, 4 ... 30 s and journalled once', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    const waits = [];
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      await outbox.recordFailure(await claimOne(), { detail: 'HTTP 500', permanent: false });
      waits.push((await stored(id))?.wait);
      expect(await outbox.claim('webhook', 1)).toEqual([]);
      await db.query('update notice set next_at = app_now() where id = $1', [id]);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    expect(await stored(id)).toMatchObject({ state: 'pending', tries: 7 });
    expect(await journalOf(alert.incidentId)).toEqual([{ kind: 'notice.failed', state: 'pending', attempts: 1 }]);
  });

  test('goes past a notice that another process holds', async () => {
    const held = await insertNotice(db, await insertAlert(db));
    const free = await insertNotice(db, await insertAlert(db));
    await db.transaction(async (other) => {
      await other.query('select from notice where id = $1 for update', [held]);
      expect((await claimOne()).id).toBe(free);
    });
    expect((await claimOne()).id).toBe(held);
  });

  test('never gives up by itself, however often it has failed', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    await db.query('update notice set attempts = 5000 where id = $1', [id]);
    await outbox.recordFailure(await claimOne(), { detail: 'HTTP 500', permanent: false });
    expect(await stored(id)).toMatchObject({ state: 'pending', attempts: 5001, wait: 30, leased: false });
  });

  test('what was sent and the journal that tells of it are one commit', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    const notice = await claimOne();
    await db.transaction(async (other) => {
      await other.query('select from journal_head for update');
      await expect(outbox.recordSent(notice)).rejects.toMatchObject({ driverError: { code: '55P03' } });
    });
    expect(await stored(id)).toMatchObject({ state: 'pending', tries: 0, leased: true });
    expect(await outbox.recordSent(notice)).toBe(true);
    expect(await journalOf(alert.incidentId)).toHaveLength(1);
  });

  test('retrying ends when the clock it speaks of has been answered', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    await db.query('update incident_clock set met_at = app_now() where id = $1', [alert.clockId]);
    await outbox.recordFailure(await claimOne(), { detail: 'HTTP 500', permanent: false });
    expect(await stored(id)).toMatchObject({ state: 'closed', tries: 1 });
    expect(await outbox.claim('webhook', 1)).toEqual([]);
  });

  test('a permanent failure ends it at once', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    await outbox.recordFailure(await claimOne(), { detail: 'HTTP 410 to zhang@office.test', permanent: true });
    expect(await stored(id)).toMatchObject({ state: 'failed', tries: 1 });
    expect(await journalOf(alert.incidentId)).toEqual([{ kind: 'notice.failed', state: 'failed', attempts: 1 }]);
    expect(await db.query(`select 1 from journal where body like '%zhang%'`)).toEqual([]);
  });

  test('what a dead process held is free after its lease; its late word no longer counts', async () => {
    const alert = await insertAlert(db);
    const id = await insertNotice(db, alert);
    const dead = await claimOne();
    expect(await outbox.claim('webhook', 1)).toEqual([]);
    await db.query(`update notice set lease_until = app_now() - interval '1 second' where id = $1`, [id]);
    const heir = await claimOne();
    expect(heir.attempts).toBe(2);
    expect(await outbox.recordSent(dead)).toBe(false);
    expect(await outbox.recordSent(heir)).toBe(true);
    expect(await outbox.recordSent(heir)).toBe(false);
    expect(await stored(id)).toMatchObject({ state: 'sent', tries: 1 });
    expect(await journalOf(alert.incidentId)).toHaveLength(1);
  });
});
