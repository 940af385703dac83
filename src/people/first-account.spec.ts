import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { cookieOf, PASSWORD, SmallApp } from '../../test/support/small-app.js';
import { FirstAccount, type FirstPassword } from './first-account.js';
import { FirstPasswordFile } from './first-password-file.js';
import { FirstSignIn } from './first-sign-in.js';

let folder: string;
let database: TestDatabase;
let office: SmallApp;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiying-people-'));
  database = await createTestDatabase();
  office = await boot();
});
afterEach(async () => {
  await office.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function boot(variables: Record<string, string> = {}): Promise<SmallApp> {
  return SmallApp.boot({ url: database.url, variables: { DATA_DIR: folder, ...variables } });
}

function passwordIn(text: string): string {
  return / ((?:[a-z2-9]{4}-){3}[a-z2-9]{4})/.exec(text)?.[1] ?? '';
}

describe('the first account', () => {
  test('is made once, however many start at the same time', async () => {
    const told: FirstPassword[] = [];
    const ensure = () => office.get(FirstAccount).ensure((first) => void told.push(first));
    const made = await Promise.all([ensure(), ensure(), ensure()]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(told[0]?.username).toBe('admin');
  });

  test('unwatched, its password goes into a file of its owner; changing it opens everything and removes the file', async () => {
    const line = await office.get(FirstSignIn).prepare(false);
    const { path } = office.get(FirstPasswordFile);
    expect(line).toContain(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const password = passwordIn(readFileSync(path, 'utf8'));

    const answer = await office.post('/session', { username: 'admin', password });
    expect(await answer.json()).toMatchObject({ username: 'admin', mustChangePassword: true });
    const cookie = cookieOf(answer);
    const shut = await office.call('/accounts', { cookie });
    expect(shut.status).toBe(403);
    expect(await shut.json()).toMatchObject({ type: 'urn:huiying:problem:must-change-password' });
    expect((await office.call('/session', { cookie })).status).toBe(200);
    expect(await office.get(FirstSignIn).prepare(false)).toContain(path);

    const changed = await office.post('/session/password', { current: password, next: PASSWORD }, cookie);
    expect(await changed.json()).toMatchObject({ mustChangePassword: false });
    expect(existsSync(path)).toBe(false);
    expect((await office.call('/accounts', { cookie: cookieOf(changed) })).status).toBe(200);
    expect((await office.post('/session', { username: 'admin', password })).status).toBe(401);
    expect(await office.get(FirstSignIn).prepare(false)).toContain('用已有账号登录');
  });

  test('a terminal is shown the password, and another one at each start until somebody has signed in', async () => {
    const signIns = office.get(FirstSignIn);
    const first = passwordIn(await signIns.prepare(true));
    const again = passwordIn(await signIns.prepare(true));
    expect(existsSync(office.get(FirstPasswordFile).path)).toBe(false);
    expect((await office.post('/session', { username: 'admin', password: first })).status).toBe(401);
    expect((await office.post('/session', { username: 'admin', password: again })).status).toBe(200);
    expect(passwordIn(await signIns.prepare(true))).toBe('');
  });

  test('is not made when nobody could be told its password', async () => {
    const failing = office.get(FirstAccount).ensure(() => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(await office.db.query('select 1 from account')).toEqual([]);
  });

  test('takes ADMIN_PASSWORD only while there is no account, and then asks for no change', async () => {
    const given = await boot({ ADMIN_PASSWORD: PASSWORD });
    expect(await given.get(FirstSignIn).prepare(false)).toContain('ADMIN_PASSWORD');
    await given.close();
    const later = await boot({ ADMIN_PASSWORD: 'another-password' });
    expect(await later.get(FirstSignIn).prepare(false)).toContain('用已有账号登录');
    expect((await later.post('/session', { username: 'admin', password: 'another-password' })).status).toBe(401);
    const answer = await later.post('/session', { username: 'admin', password: PASSWORD });
    expect(await answer.json()).toMatchObject({ mustChangePassword: false });
    await later.close();
  });
});
