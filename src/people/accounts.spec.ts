import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { cookieOf, PASSWORD, SmallApp } from '../../test/support/small-app.js';
import type { AccountPage, AccountView, AccountWithPassword, SignInPage } from '../contract/account.js';
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

async function accountOf(username: string): Promise<AccountView> {
  const { items } = (await (await office.call('/accounts', { cookie: admin })).json()) as { items: AccountView[] };
  const found = items.find((one) => one.username === username);
  if (!found) throw new Error(`no account ${username}`);
  return found;
}

const change = (id: string, body: object, cookie = admin) =>
  office.call(`/accounts/${id}`, { method: 'PATCH', cookie, body });

async function kindsSince(seq: number): Promise<string[]> {
  const rows = await office.db.query<{ kind: string }[]>('select kind from journal where seq > $1 order by seq', [seq]);
  return rows.map((row) => row.kind);
}

async function position(): Promise<number> {
  const [row] = await office.db.query<{ seq: string }[]>('select seq from journal_head');
  return Number(row?.seq);
}

const isOpen = async (cookie: string) => (await office.call('/session', { cookie })).status === 200;

describe('a new account', () => {
  test('is shown its one-time password once, and must change it before anything else', async () => {
    const answer = await office.post(
      '/accounts',
      { username: 'chen', displayName: '陈', role: 'analyst', position: '主任科员' },
      admin,
    );
    const made = (await answer.json()) as AccountWithPassword;
    expect(made).toMatchObject({ position: '主任科员', openSessions: 0, lastSignInAt: null, mustChangePassword: true });
    const password = made.oneTimePassword ?? '';
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(JSON.stringify(await accountOf('chen'))).not.toContain(password);
    const cookie = await office.signIn('chen', password);
    expect(await (await office.call('/sign-ins', { cookie })).json()).toMatchObject({
      type: 'urn:huiying:problem:must-change-password',
    });
    const changed = await office.post('/session/password', { current: password, next: PASSWORD }, cookie);
    expect(await changed.json()).toMatchObject({ mustChangePassword: false });
    expect(await isOpen(cookieOf(changed))).toBe(true);
    expect(await isOpen(cookie)).toBe(false);
    expect(await accountOf('chen')).toMatchObject({ openSessions: 1, lastSignInAt: expect.any(String) });
  });
});

describe('changes', () => {
  test('of the name and the position leave the sessions; of the role, the bureau and disabling end them at once', async () => {
    const cookie = await office.employ(admin, 'gao', 'bureau_officer', 'COPYRIGHT');
    const { id, version } = await accountOf('gao');
    await change(id, { displayName: '高', position: '副处长', version });
    expect(await isOpen(cookie)).toBe(true);
    expect(await (await change(id, { bureau: 'FILM' })).json()).toMatchObject({ bureau: 'FILM', openSessions: 0 });
    expect(await isOpen(cookie)).toBe(false);
    const again = await office.signIn('gao');
    expect(await (await change(id, { role: 'leadership' })).json()).toMatchObject({ role: 'leadership', bureau: null });
    expect(await isOpen(again)).toBe(false);
    const third = await office.signIn('gao');
    expect(await (await change(id, { disabled: true })).json()).toMatchObject({ disabledAt: expect.any(String) });
    expect(await isOpen(third)).toBe(false);
    expect((await office.post('/session', { username: 'gao', password: PASSWORD })).status).toBe(401);
    await change(id, { disabled: false });
    expect(await isOpen(await office.signIn('gao'))).toBe(true);
    expect(await isOpen(third)).toBe(false);
  });

  test('are refused from a stale page, but a second click is answered like the first', async () => {
    await office.employ(admin, 'ma', 'leadership');
    const { id, version } = await accountOf('ma');
    const before = await position();
    const first = await (await change(id, { role: 'auditor', version })).json();
    const second = await change(id, { role: 'auditor', version });
    expect([second.status, await second.json()]).toEqual([200, first]);
    expect((await change(id, { role: 'analyst', version })).status).toBe(409);
    expect(await kindsSince(before)).toEqual(['account.changed']);
  });

  test('keep role and bureau together', async () => {
    await office.employ(admin, 'lin', 'leadership');
    const { id } = await accountOf('lin');
    expect((await change(id, { role: 'bureau_head' })).status).toBe(400);
    expect((await change(id, { bureau: 'FILM' })).status).toBe(400);
    expect((await change(id, { role: 'bureau_head', bureau: 'NO_SUCH' })).status).toBe(400);
    expect((await change(id, { role: 'bureau_head', bureau: 'FILM' })).status).toBe(200);
  });

  test('never leave the office without an administrator, however many are changed at once', async () => {
    await office.employ(admin, 'deputy', 'administrator');
    const ids = [(await accountOf('admin')).id, (await accountOf('deputy')).id];
    const both = await Promise.all([
      change(ids[0] ?? '', { role: 'leadership' }),
      change(ids[1] ?? '', { disabled: true }),
    ]);
    const statuses = both.map((answer) => answer.status);
    // The loser may have been signed out by the winner before its turn.
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const [row] = await office.db.query<{ n: string; id: string }[]>(
      `select count(*) as n from account where role = 'administrator' and disabled_at is null`,
    );
    expect(row?.n).toBe('1');
    await office.db.query(`update account set role = 'administrator', disabled_at = null where id = any($1)`, [ids]);
    admin = await office.signIn('admin');
    await change(ids[1] ?? '', { role: 'leadership' });
    for (const wish of [{ role: 'auditor' }, { disabled: true }])
      expect((await change(ids[0] ?? '', wish)).status).toBe(422);
  });
});

describe('sessions and passwords', () => {
  test('a reset tells a new password once and ends what was open; a second click is refused by its version', async () => {
    const cookie = await office.employ(admin, 'xu', 'duty_officer');
    const { id, version } = await accountOf('xu');
    const told = (await (
      await office.post(`/accounts/${id}/password`, { version }, admin)
    ).json()) as AccountWithPassword;
    expect((await office.post(`/accounts/${id}/password`, { version }, admin)).status).toBe(409);
    expect(await isOpen(cookie)).toBe(false);
    expect((await office.post('/session', { username: 'xu', password: PASSWORD })).status).toBe(401);
    const again = await office.post('/session', { username: 'xu', password: told.oneTimePassword });
    expect(await again.json()).toMatchObject({ mustChangePassword: true });
  });

  test('one’s own password is not reset: whoever found an open screen would have the account', async () => {
    const { id } = await accountOf('admin');
    expect((await office.post(`/accounts/${id}/password`, {}, admin)).status).toBe(422);
  });

  test('revoking ends all of them, screens too; once more changes nothing', async () => {
    const cookie = await office.employ(admin, 'he', 'leadership');
    const sessionId = decodeURIComponent(cookie).slice('huiying=s:'.length).split('.')[0] ?? '';
    const { id } = await accountOf('he');
    const before = await position();
    await office.post(`/accounts/${id}/sessions/revoke`, {}, admin);
    expect(await isOpen(cookie)).toBe(false);
    expect(await office.get(WebSessions).personBehind(sessionId)).toBeNull();
    expect((await office.post(`/accounts/${id}/sessions/revoke`, {}, admin)).status).toBe(200);
    expect(await kindsSince(before)).toEqual(['account.sessions_revoked']);
  });

  test('a session that was just being begun while it was revoked is dead too', async () => {
    const cookie = await office.employ(admin, 'luo', 'leadership');
    const { id } = await accountOf('luo');
    const rows = await office.db.query<object[]>(`select * from web_session where sess->>'accountId' = $1`, [id]);
    await office.post(`/accounts/${id}/sessions/revoke`, {}, admin);
    for (const row of rows)
      await office.db.query('insert into web_session select * from json_populate_record(null::web_session, $1)', [
        JSON.stringify(row),
      ]);
    expect(rows).toHaveLength(1);
    expect(await isOpen(cookie)).toBe(false);
  });
});

test('administrators and auditors read accounts and sign-ins; only administrators change them', async () => {
  const auditor = await office.employ(admin, 'shen', 'auditor');
  const { id } = await accountOf('shen');
  expect((await office.call('/accounts', { cookie: auditor })).status).toBe(200);
  expect((await change(id, { displayName: '申' }, auditor)).status).toBe(403);
  const page = (await (await office.call('/sign-ins?limit=2', { cookie: auditor })).json()) as SignInPage;
  expect(page.items.map(({ kind }) => kind)).toEqual(['person.signed_in', 'account.created']);
  expect(page.items[0]?.data).toEqual({ accountId: id, address: '127.0.0.1' });
  const older = (await (
    await office.call(`/sign-ins?limit=2&before=${page.next}`, { cookie: auditor })
  ).json()) as SignInPage;
  expect(older.items.every(({ seq }) => seq < (page.next ?? 0))).toBe(true);
  expect((await office.call('/sign-ins', { cookie: await office.employ(admin, 'yu', 'duty_officer') })).status).toBe(
    403,
  );
});

describe('the list of accounts', () => {
  const page = async (query: string) =>
    (await (await office.call(`/accounts?${query}`, { cookie: admin })).json()) as AccountPage;

  test('is read page by page, none missing and none twice', async () => {
    const { items, total, next } = await page('');
    expect([items.length, next]).toEqual([total, null]);
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const one: AccountPage = await page(`limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      names.push(...one.items.map(({ username }) => username));
      cursor = one.next;
    }
    expect(names).toEqual(items.map(({ username }) => username));
    expect(names.length).toBeGreaterThan(2);
  });

  test('is narrowed by words of name and position, and by role', async () => {
    const names = async (query: string) => (await page(query)).items.map(({ username }) => username);
    expect(await names('q=主任 CHEN')).toEqual(['chen']);
    expect(await names('q=chen&role=auditor')).toEqual([]);
    expect((await page('role=administrator')).total).toBe(1);
  });
});
