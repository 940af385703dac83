import { Controller, Get, Post } from '@nestjs/common';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { type Call, PASSWORD, SmallApp } from '../../test/support/small-app.js';
import { Allow, Public } from '../access/allow.js';

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

let database: TestDatabase;
let office: SmallApp;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = await SmallApp.boot({ url: database.url, variables: { ADMIN_PASSWORD: PASSWORD }, controllers: [Probe] });
  admin = await office.admin();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

describe('rights', () => {
  test('a route that names nobody is closed to everyone', async () => {
    expect((await office.call('/probe/forgotten')).status).toBe(401);
    expect((await office.call('/probe/forgotten', { cookie: admin })).status).toBe(403);
  });

  test('the rights table decides', async () => {
    const leader = await office.employ(admin, 'li', 'leadership');
    expect((await office.call('/probe/read', { cookie: leader })).status).toBe(200);
    expect((await office.call('/probe/write', { method: 'POST', cookie: leader })).status).toBe(403);
    expect((await office.call('/probe/write', { method: 'POST', cookie: admin })).status).toBe(201);
    expect((await office.call('/accounts', { cookie: leader })).status).toBe(403);
  });

  test('accounts: role and bureau go together, user names are taken once', async () => {
    const body = { username: 'zhou', displayName: '周', role: 'bureau_officer', password: PASSWORD };
    const make = (more: object) =>
      office.call('/accounts', { method: 'POST', cookie: admin, body: { ...body, ...more } });
    expect((await make({})).status).toBe(400);
    expect((await make({ bureau: 'NO_SUCH' })).status).toBe(400);
    expect((await make({ role: 'leadership', bureau: 'COPYRIGHT' })).status).toBe(400);
    const made = await make({ bureau: 'COPYRIGHT' });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ username: 'zhou', bureau: 'COPYRIGHT', mustChangePassword: true });
    expect((await make({ bureau: 'COPYRIGHT' })).status).toBe(409);
    const { items } = (await (await office.call('/accounts', { cookie: admin })).json()) as { items: object[] };
    expect(items).toContainEqual(expect.objectContaining({ username: 'zhou' }));
    expect(JSON.stringify(items)).not.toContain('argon2');
  });
});

describe('requests from other sites', () => {
  const write = (headers: Record<string, string>) =>
    office.call('/probe/write', { method: 'POST', cookie: admin, headers });

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
    expect((await write({ origin: office.base })).status).toBe(201);
  });

  test('reading is left to SameSite and the lack of CORS headers', async () => {
    const answer = await office.call('/probe/read', { cookie: admin, headers: { origin: 'https://evil.test' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('faults', () => {
  async function problem(path: string, wanted: Call = {}) {
    const answer = await office.call(path, wanted);
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
      const answer = await fetch(office.base + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });
});

test('300 reads a minute pass', async () => {
  const reads = await Promise.all(Array.from({ length: 300 }, () => office.call('/probe/read', { cookie: admin })));
  expect(reads.filter((answer) => answer.status !== 200)).toEqual([]);
}, 30_000);
