import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { PASSWORD, SmallApp } from '../../test/support/small-app.js';
import { OUTSIDE_BASE } from '../contract/routes.js';

let database: TestDatabase;
let office: SmallApp;

beforeAll(async () => {
  database = await createTestDatabase();
  office = await SmallApp.boot({ url: database.url, variables: { ADMIN_PASSWORD: PASSWORD } });
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

/** Directives of the content security policy, by name. */
function policyOf(answer: Response): Map<string, string[]> {
  const policy = answer.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

const ANSWERS = ['/', '/api/v1/session', '/api/v1/nowhere', '/assets/gone-1a2b.js', ...OUTSIDE_BASE];

describe.each(ANSWERS)('%s', (path) => {
  test('runs no script but our files, is framed by nobody, and is taken for what it is', async () => {
    const answer = await fetch(office.base + path);
    const policy = policyOf(answer);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'self'"]);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe-(inline|eval)|\*|https?:/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('permissions-policy')).toContain('camera=()');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('keeps a browser to https where it came by https, and says nothing of it elsewhere', async () => {
    const behind = await fetch(office.base + path, { headers: { 'x-forwarded-proto': 'https' } });
    expect(behind.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await fetch(office.base + path)).headers.get('strict-transport-security')).toBeNull();
  });
});

test('where a call comes from is believed of a proxy on this machine, and of another one once it is trusted', async () => {
  const trusting = await SmallApp.boot({ url: database.url, variables: { TRUSTED_PROXIES: '198.51.100.0/24' } });
  const [caller, proxy] = ['203.0.113.5', '198.51.100.7'];
  const seen = async (app: SmallApp, forwarded: string) => {
    const body = { username: 'nobody', password: 'wrong-password' };
    await app.call('/session', { method: 'POST', headers: { 'x-forwarded-for': forwarded }, body });
    const [row] = await app.db.query<{ address: string }[]>(
      `select body::jsonb #>> '{data,address}' as address from journal where kind = 'person.sign_in_failed'
       order by seq desc limit 1`,
    );
    return row?.address;
  };
  expect(await seen(office, caller)).toBe(caller);
  expect(await seen(office, `${caller}, ${proxy}`)).toBe(proxy);
  expect(await seen(trusting, `${caller}, ${proxy}`)).toBe(caller);
  await trusting.close();
});

test('styles need a nonce that no two answers share', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () =>
      policyOf(await fetch(office.base))
        .get('style-src')
        ?.find((one) => one.includes('nonce')),
    ),
  );
  expect(nonces[0]).toMatch(/^'nonce-[A-Za-z0-9+/]{22}=='$/);
  expect(nonces[0]).not.toBe(nonces[1]);
});

test.each(['/api/v1/session', '/api/v1/nowhere', ...OUTSIDE_BASE])('%s is kept by no cache', async (path) => {
  expect((await fetch(office.base + path)).headers.get('cache-control')).toBe('no-store');
});

test('who is not signed in has 300 calls a minute from one address, then is told how long to wait', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.77' };
  const calls = await Promise.all(
    Array.from({ length: 301 }, () => office.call('/session', { method: 'POST', headers, body: {} })),
  );
  const refused = calls.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused[0]?.json()).toMatchObject({ status: 429 });
  expect((await office.call('/session', { method: 'POST', body: {} })).status).toBe(400);
});
