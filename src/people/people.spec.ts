import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Controller, Get, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { Allow, Public } from '../access/allow.js';
import { DatabaseModule } from '../database/database.module.js';
import { loadSettings, type Settings } from '../settings/settings.js';
import { SettingsModule } from '../settings/settings.module.js';
import { configureHttp } from './configure-http.js';
import { FirstAccount, type FirstPassword } from './first-account.js';
import { FirstPasswordFile } from './first-password-file.js';
import { PeopleModule } from './people.module.js';
import { WebSessions } from './web-sessions.js';

@Controller('probe')
class Probe {
  @Get('forgotten')
  forgotten(): string {
    return 'nobody may read this';
  }
  @Get('read')
  @Allow('board.read')
  read(): string {
    return 'read';
  }
  @Post('write')
  @Allow('incident.open')
  write(): string {
    return 'written';
  }
  @Get('fault')
  @Public()
  fault(): never {
    throw new Error('secret words');
  }
}

const PASSWORD = 'a-long-enough-password';
const folder = mkdtempSync(join(tmpdir(), 'huiying-people-'));
let database: TestDatabase;
let app: NestExpressApplication;
let base: string;
let admin: string;

function settings(variables: Record<string, string> = {}): Settings {
  const given = { DATABASE_URL: database.url, DATA_DIR: folder, ...variables };
  return loadSettings(given, resolve(__dirname, '../..'));
}

async function boot(of: Settings): Promise<NestExpressApplication> {
  const imports = [SettingsModule.of(of), DatabaseModule, PeopleModule];
  const testing = await Test.createTestingModule({ imports, controllers: [Probe] }).compile();
  const made = testing.createNestApplication<NestExpressApplication>({
    bodyParser: false,
    logger: false,
    forceCloseConnections: true,
  });
  configureHttp(made, of);
  await made.listen(0, '127.0.0.1');
  return made;
}

interface Call {
  method?: string;
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

function call(path: string, { method = 'GET', cookie, body, headers = {} }: Call = {}): Promise<Response> {
  const sent = {
    ...headers,
    ...(cookie && { cookie }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${base}${path}`, { method, headers: sent, ...(body !== undefined && { body: text }) });
}

async function signIn(username: string, password = PASSWORD): Promise<string> {
  const answer = await call('/session', { method: 'POST', body: { username, password } });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status}`);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function employ(username: string, role: string, bureau?: string): Promise<string> {
  const body = { username, displayName: username, role, bureau, password: PASSWORD };
  const made = await call('/accounts', { method: 'POST', cookie: admin, body });
  if (made.status !== 201) throw new Error(await made.text());
  return signIn(username);
}

beforeAll(async () => {
  database = await createTestDatabase();
  const given = settings({ ADMIN_PASSWORD: PASSWORD });
  app = await boot(given);
  base = `${await app.getUrl()}/api/v1`;
  await app.get(FirstAccount).ensure(() => undefined);
  admin = await signIn('admin');
});
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function journal(): Promise<{ kind: string; actor: string; data: Record<string, unknown> }[]> {
  const rows = await app.get(DataSource).query<{ body: string }[]>('select body from journal order by seq');
  return rows.map((row) => JSON.parse(row.body));
}

describe('the first account', () => {
  let fresh: TestDatabase;
  let second: NestExpressApplication;
  beforeAll(async () => {
    fresh = await createTestDatabase();
    second = await boot(settings({ DATABASE_URL: fresh.url }));
  });
  afterAll(async () => {
    await second.close();
    await fresh.drop();
  });

  test('is made once, with a password in a file that only its owner reads; changing it removes the file', async () => {
    const file = second.get(FirstPasswordFile);
    const told: FirstPassword[] = [];
    const tell = async (first: FirstPassword) => {
      told.push(first);
      await file.write(first);
    };
    const made = await Promise.all([1, 2, 3].map(() => second.get(FirstAccount).ensure(tell)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(statSync(file.path).mode & 0o777).toBe(0o600);
    const password = told[0]?.password ?? '';
    expect(readFileSync(file.path, 'utf8')).toContain(password);

    const at = `${await second.getUrl()}/api/v1`;
    const post = (path: string, body: object, cookie = '') =>
      fetch(at + path, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const session = await post('/session', { username: 'admin', password });
    expect(await session.json()).toMatchObject({ username: 'admin', mustChangePassword: true });
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const shut = await fetch(`${at}/probe/read`, { headers: { cookie } });
    expect(shut.status).toBe(403);
    expect(await shut.json()).toMatchObject({ type: 'urn:huiying:problem:must-change-password' });
    expect((await fetch(`${at}/session`, { headers: { cookie } })).status).toBe(200);

    const changed = await post('/session/password', { current: password, next: PASSWORD }, cookie);
    expect(await changed.json()).toMatchObject({ mustChangePassword: false });
    expect(existsSync(file.path)).toBe(false);
    const renewed = changed.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await fetch(`${at}/probe/read`, { headers: { cookie: renewed } })).status).toBe(200);
    expect((await post('/session', { username: 'admin', password })).status).toBe(401);
  });

  test('is not made when nobody could be told its password', async () => {
    await second.get(DataSource).query('delete from account');
    const failing = second.get(FirstAccount).ensure(() => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(await second.get(DataSource).query('select 1 from account')).toEqual([]);
  });

  test('takes ADMIN_PASSWORD only while there is no account, and then asks for no change', async () => {
    expect(await (await call('/session', { cookie: admin })).json()).toMatchObject({ mustChangePassword: false });
    const again = await boot(settings({ ADMIN_PASSWORD: 'another-password' }));
    expect(await again.get(FirstAccount).ensure(() => undefined)).toBe(false);
    await again.close();
    const other = await call('/session', { method: 'POST', body: { username: 'admin', password: 'another-password' } });
    expect(other.status).toBe(401);
  });
});

describe('sessions', () => {
  test('the cookie is out of reach of scripts and other sites, and not Secure on plain http', async () => {
    const answer = await call('/session', { method: 'POST', body: { username: 'admin', password: PASSWORD } });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^huiying=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    const tls = {
      headers: { 'x-forwarded-proto': 'https' },
      method: 'POST',
      body: { username: 'admin', password: PASSWORD },
    };
    expect((await call('/session', tls)).headers.get('set-cookie')).toContain('; Secure');
  });

  test('an id known before sign-in is worth nothing after it', async () => {
    const before = await signIn('admin');
    const answer = await call('/session', {
      method: 'POST',
      cookie: before,
      body: { username: 'admin', password: PASSWORD },
    });
    const after = answer.headers.get('set-cookie')?.split(';')[0];
    expect(after).not.toBe(before);
    expect((await call('/session', { cookie: before })).status).toBe(401);
    expect((await call('/session', { cookie: 'huiying=s%3Ainvented.signature' })).status).toBe(401);
  });

  test('signing out ends it at once', async () => {
    const cookie = await signIn('admin');
    expect((await call('/session', { method: 'DELETE', cookie })).status).toBe(204);
    expect((await call('/session', { cookie })).status).toBe(401);
  });

  test('disabling the account or changing its role ends it at once, for screens too', async () => {
    const db = app.get(DataSource);
    const sessions = app.get(WebSessions);
    const idOf = (cookie: string) => decodeURIComponent(cookie).slice('huiying=s:'.length).split('.')[0] ?? '';
    const cookie = await employ('zhao', 'press_office');
    expect(await sessions.personBehind(idOf(cookie))).toMatchObject({ username: 'zhao', role: 'press_office' });
    await db.query(`update account set role = 'leadership' where username = 'zhao'`);
    expect((await call('/session', { cookie })).status).toBe(401);
    expect(await sessions.personBehind(idOf(cookie))).toBeNull();
    const again = await signIn('zhao');
    await db.query(`update account set disabled_at = app_now() where username = 'zhao'`);
    expect((await call('/session', { cookie: again })).status).toBe(401);
    expect(await sessions.personBehind(idOf(again))).toBeNull();
    expect((await call('/session', { method: 'POST', body: { username: 'zhao', password: PASSWORD } })).status).toBe(
      401,
    );
  });

  test('changing the password ends every other session of the account', async () => {
    const here = await employ('qian', 'press_office');
    const elsewhere = await signIn('qian');
    const body = { current: PASSWORD, next: `${PASSWORD}-2` };
    const changed = await call('/session/password', { method: 'POST', cookie: here, body });
    expect(changed.status).toBe(200);
    expect((await call('/session', { cookie: elsewhere })).status).toBe(401);
    const renewed = changed.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await call('/session', { cookie: renewed })).status).toBe(200);
    const wrong = await call('/session/password', { method: 'POST', cookie: renewed, body });
    expect(wrong.status).toBe(400);
  });

  test('each sign-in and each failure is journalled, by id only', async () => {
    const before = (await journal()).length;
    await signIn('admin');
    await call('/session', { method: 'POST', body: { username: 'admin', password: 'wrong-password' } });
    await call('/session', { method: 'POST', body: { username: 'typed-my-password-here', password: 'x' } });
    const rows = (await journal()).slice(before);
    expect(rows.map((row) => row.kind)).toEqual(['person.signed_in', 'person.sign_in_failed', 'person.sign_in_failed']);
    expect(rows[1]?.data['accountId']).toBe(rows[0]?.actor);
    expect(rows[2]?.data['accountId']).toBeNull();
    expect(JSON.stringify(rows)).not.toMatch(/typed-my|admin/);
  });

  test('ten wrong passwords in a minute shut the user name for this address, right password included', async () => {
    await employ('sun', 'leadership');
    const wrong = { method: 'POST', body: { username: 'sun', password: 'wrong-password' } };
    for (let n = 0; n < 10; n += 1) expect((await call('/session', wrong)).status).toBe(401);
    const shut = await call('/session', { method: 'POST', body: { username: 'sun', password: PASSWORD } });
    expect(shut.status).toBe(429);
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await shut.json()).toMatchObject({ status: 429, detail: expect.stringContaining('秒后再试') });
    expect((await call('/session', { cookie: await signIn('admin') })).status).toBe(200);
  });
});

describe('rights', () => {
  test('a route that names nobody is closed to everyone', async () => {
    expect((await call('/probe/forgotten')).status).toBe(401);
    expect((await call('/probe/forgotten', { cookie: admin })).status).toBe(403);
  });

  test('the rights table decides', async () => {
    const leader = await employ('li', 'leadership');
    expect((await call('/probe/read', { cookie: leader })).status).toBe(200);
    expect((await call('/probe/write', { method: 'POST', cookie: leader })).status).toBe(403);
    expect((await call('/probe/write', { method: 'POST', cookie: admin })).status).toBe(201);
    expect((await call('/accounts', { cookie: leader })).status).toBe(403);
  });

  test('accounts: role and bureau go together, user names are taken once', async () => {
    const body = { username: 'zhou', displayName: '周', role: 'bureau', password: PASSWORD };
    const make = (more: object) => call('/accounts', { method: 'POST', cookie: admin, body: { ...body, ...more } });
    expect((await make({})).status).toBe(400);
    expect((await make({ bureau: 'NO_SUCH' })).status).toBe(400);
    expect((await make({ role: 'leadership', bureau: 'COPYRIGHT' })).status).toBe(400);
    const made = await make({ bureau: 'COPYRIGHT' });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ username: 'zhou', bureau: 'COPYRIGHT', mustChangePassword: false });
    expect((await make({ bureau: 'COPYRIGHT' })).status).toBe(409);
    const { items } = (await (await call('/accounts', { cookie: admin })).json()) as { items: object[] };
    expect(items).toContainEqual(expect.objectContaining({ username: 'zhou' }));
    expect(JSON.stringify(items)).not.toContain('argon2');
  });
});

describe('requests from other sites', () => {
  const write = (headers: Record<string, string>) => call('/probe/write', { method: 'POST', cookie: admin, headers });

  test.each([
    ['no origin at all', {}, 201],
    ['a page of this server', { 'sec-fetch-site': 'same-origin' }, 201],
    ['typed by the user', { 'sec-fetch-site': 'none' }, 201],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a foreign origin', { origin: 'https://evil.test' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['this host on another port', { origin: 'http://127.0.0.1:1' }, 403],
  ])('%s', async (_, headers, status) => {
    expect((await write(headers)).status).toBe(status);
  });

  test('its own origin, port included', async () => {
    expect((await write({ origin: await app.getUrl() })).status).toBe(201);
  });

  test('reading is left to SameSite and the lack of CORS headers', async () => {
    const answer = await call('/probe/read', { cookie: admin, headers: { origin: 'https://evil.test' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('faults', () => {
  async function problem(path: string, wanted: Call = {}) {
    const answer = await call(path, wanted);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return (await answer.json()) as { status: number; detail: string; faults?: { path: string }[] };
  }

  test('every one of them is told as problem details', async () => {
    expect(await problem('/nowhere')).toMatchObject({ status: 404 });
    expect(await problem('/probe/read', { method: 'POST' })).toMatchObject({ status: 404 });
    expect(await problem('/session', { method: 'POST', body: '{"username":' })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('JSON'),
    });
    expect(await problem('/session', { method: 'POST', body: { username: 'a'.repeat(1_100_000) } })).toMatchObject({
      status: 413,
    });
    const { faults } = await problem('/session', { method: 'POST', body: { username: '' } });
    expect(faults?.map((fault) => fault.path)).toEqual(['username', 'password']);
    const fault = await problem('/probe/fault');
    expect(fault.status).toBe(500);
    expect(JSON.stringify(fault)).not.toContain('secret words');
  });

  test('also beside the base', async () => {
    for (const path of ['/api/v2/incidents', '/health', '/metrics/x', '/assets/gone-1a2b.js', '/favicon.ico']) {
      const answer = await fetch((await app.getUrl()) + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });
});

test('300 reads a minute pass', async () => {
  for (let n = 0; n < 300; n += 1) {
    const { status } = await call('/probe/read', { cookie: admin });
    if (status !== 200) throw new Error(`read ${n}: ${status}`);
  }
});
