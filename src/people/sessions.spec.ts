import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { PASSWORD, SmallApp } from '../../test/support/small-app.js';
import { WebSessions } from './web-sessions.js';

let database: TestDatabase;
let office: SmallApp;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = await SmallApp.boot({ url: database.url, variables: { ADMIN_PASSWORD: PASSWORD } });
  admin = await office.admin();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

interface Row {
  kind: string;
  actor: string;
  data: Record<string, unknown>;
}

async function journal(): Promise<Row[]> {
  const rows = await office.db.query<{ body: string }[]>('select body from journal order by seq');
  return rows.map((row) => JSON.parse(row.body) as Row);
}

describe('sessions', () => {
  test('the cookie is out of reach of scripts and other sites, and not Secure on plain http', async () => {
    const answer = await office.call('/session', { method: 'POST', body: { username: 'admin', password: PASSWORD } });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^huiying=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    const tls = {
      headers: { 'x-forwarded-proto': 'https' },
      method: 'POST',
      body: { username: 'admin', password: PASSWORD },
    };
    expect((await office.call('/session', tls)).headers.get('set-cookie')).toContain('; Secure');
  });

  test('an id known before sign-in is worth nothing after it', async () => {
    const before = await office.signIn('admin');
    const answer = await office.call('/session', {
      method: 'POST',
      cookie: before,
      body: { username: 'admin', password: PASSWORD },
    });
    const after = answer.headers.get('set-cookie')?.split(';')[0];
    expect(after).not.toBe(before);
    expect((await office.call('/session', { cookie: before })).status).toBe(401);
    expect((await office.call('/session', { cookie: 'huiying=s%3Ainvented.signature' })).status).toBe(401);
  });

  test('signing out ends it at once', async () => {
    const cookie = await office.signIn('admin');
    expect((await office.call('/session', { method: 'DELETE', cookie })).status).toBe(204);
    expect((await office.call('/session', { cookie })).status).toBe(401);
  });

  test('disabling the account or changing its role ends it at once, for screens too', async () => {
    const db = office.db;
    const sessions = office.get(WebSessions);
    const idOf = (cookie: string) => decodeURIComponent(cookie).slice('huiying=s:'.length).split('.')[0] ?? '';
    const cookie = await office.employ(admin, 'zhao', 'duty_officer');
    expect(await sessions.personBehind(idOf(cookie))).toMatchObject({ username: 'zhao', role: 'duty_officer' });
    await db.query(`update account set role = 'leadership' where username = 'zhao'`);
    expect((await office.call('/session', { cookie })).status).toBe(401);
    expect(await sessions.personBehind(idOf(cookie))).toBeNull();
    const again = await office.signIn('zhao');
    await db.query(`update account set disabled_at = app_now() where username = 'zhao'`);
    expect((await office.call('/session', { cookie: again })).status).toBe(401);
    expect(await sessions.personBehind(idOf(again))).toBeNull();
    expect(
      (await office.call('/session', { method: 'POST', body: { username: 'zhao', password: PASSWORD } })).status,
    ).toBe(401);
  });

  test('changing the password ends every other session of the account', async () => {
    const here = await office.employ(admin, 'qian', 'duty_officer');
    const elsewhere = await office.signIn('qian');
    const body = { current: PASSWORD, next: `${PASSWORD}-2` };
    const changed = await office.call('/session/password', { method: 'POST', cookie: here, body });
    expect(changed.status).toBe(200);
    expect((await office.call('/session', { cookie: elsewhere })).status).toBe(401);
    const renewed = changed.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await office.call('/session', { cookie: renewed })).status).toBe(200);
    const wrong = await office.call('/session/password', { method: 'POST', cookie: renewed, body });
    expect(wrong.status).toBe(400);
  });

  test('each sign-in and each failure is journalled, by id only', async () => {
    const before = (await journal()).length;
    await office.signIn('admin');
    await office.call('/session', { method: 'POST', body: { username: 'admin', password: 'wrong-password' } });
    await office.call('/session', { method: 'POST', body: { username: 'typed-my-password-here', password: 'x' } });
    const rows = (await journal()).slice(before);
    expect(rows.map((row) => row.kind)).toEqual(['person.signed_in', 'person.sign_in_failed', 'person.sign_in_failed']);
    expect(rows[1]?.data['accountId']).toBe(rows[0]?.actor);
    expect(rows[2]?.data['accountId']).toBeNull();
    expect(JSON.stringify(rows)).not.toMatch(/typed-my|admin/);
  });

  test('ten wrong passwords in a minute shut the user name for this address, right password included', async () => {
    await office.employ(admin, 'sun', 'leadership');
    const wrong = { method: 'POST', body: { username: 'sun', password: 'wrong-password' } };
    for (let n = 0; n < 10; n += 1) expect((await office.call('/session', wrong)).status).toBe(401);
    const shut = await office.call('/session', { method: 'POST', body: { username: 'sun', password: PASSWORD } });
    expect(shut.status).toBe(429);
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await shut.json()).toMatchObject({ status: 429, detail: expect.stringContaining('秒后再试') });
    expect((await office.call('/session', { cookie: await office.signIn('admin') })).status).toBe(200);
  });
});
