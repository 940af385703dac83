import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { MovableClock } from '../../test/support/movable-clock.js';
import { PASSWORD, SmallApp } from '../../test/support/small-app.js';
import type { AccountView } from '../contract/account.js';

const OFFICE = '10.0.0.5';
let database: TestDatabase;
let clock: MovableClock;
let office: SmallApp;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = await MovableClock.install(database.url);
  office = await SmallApp.boot({ url: database.url, variables: { ADMIN_PASSWORD: PASSWORD } });
  admin = await office.admin();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

function tries(username: string, address: string, password = 'wrong-password'): Promise<Response> {
  const headers = { 'x-forwarded-for': address };
  return office.call('/session', { method: 'POST', headers, body: { username, password } });
}

async function failsTimes(username: string, times: number, address: (n: number) => string): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n += 1) statuses.push((await tries(username, address(n))).status);
  return statuses;
}

async function waitMinutes(username: string, address: string): Promise<number> {
  return Math.ceil(Number((await tries(username, address)).headers.get('retry-after')) / 60);
}

const anywhere = (n: number) => `203.0.113.${n + 1}`;

describe('the lock-out', () => {
  test('ten failures over ten addresses lock an account everywhere but where it is at home', async () => {
    await office.employ(admin, 'duty', 'duty_officer');
    expect((await tries('duty', OFFICE, PASSWORD)).status).toBe(200);
    expect(await failsTimes('duty', 10, anywhere)).toEqual(Array(10).fill(401));
    expect((await tries('duty', '198.51.100.9', PASSWORD)).status).toBe(429);
    expect((await tries('duty', OFFICE, PASSWORD)).status).toBe(200);
    expect(await failsTimes('duty', 11, () => OFFICE)).toEqual([...Array(10).fill(401), 429]);
  });

  test('each lock lasts twice as long, and an administrator lifts it', async () => {
    await office.employ(admin, 'guo', 'leadership');
    for (const minutes of [15, 30, 60]) {
      await failsTimes('guo', 10, anywhere);
      expect(await waitMinutes('guo', anywhere(99))).toBe(minutes);
      await clock.forward({ minutes });
    }
    await failsTimes('guo', 10, anywhere);
    const { items } = (await (await office.call('/accounts', { cookie: admin })).json()) as { items: AccountView[] };
    const guo = items.find(({ username }) => username === 'guo');
    expect(guo?.lockedUntil).not.toBeNull();
    const unlocked = await office.post(`/accounts/${guo?.id}/unlock`, {}, admin);
    expect(await unlocked.json()).toMatchObject({ lockedUntil: null });
    expect((await tries('guo', anywhere(99), PASSWORD)).status).toBe(200);
  });

  test('a familiar address is a stranger’s after thirty days', async () => {
    await office.employ(admin, 'tang', 'leadership');
    expect((await tries('tang', OFFICE, PASSWORD)).status).toBe(200);
    await clock.forward({ minutes: 30 * 24 * 60 });
    admin = await office.signIn('admin');
    await failsTimes('tang', 10, anywhere);
    expect((await tries('tang', OFFICE, PASSWORD)).status).toBe(429);
  });

  test('a success begins the count anew', async () => {
    await office.employ(admin, 'deng', 'leadership');
    for (let round = 0; round < 3; round += 1) {
      expect(await failsTimes('deng', 9, () => OFFICE)).toEqual(Array(9).fill(401));
      expect((await tries('deng', OFFICE, PASSWORD)).status).toBe(200);
    }
  });

  test('many guesses at once are no more guesses', async () => {
    await office.employ(admin, 'cao', 'leadership');
    const answers = await Promise.all(Array.from({ length: 30 }, () => tries('cao', anywhere(7))));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  });

  test('a name that nobody has is treated alike, in the same words', async () => {
    await office.employ(admin, 'peng', 'leadership');
    const told = async (username: string) => {
      const answers: unknown[] = [];
      for (let n = 0; n < 11; n += 1) {
        const answer = await tries(username, anywhere(n));
        const { detail } = (await answer.json()) as { detail: string };
        answers.push([answer.status, detail.replace(/\d+/g, 'n')]);
      }
      return answers;
    };
    expect(await told('nobody-here')).toEqual(await told('peng'));
    const kept = await office.db.query<{ subject: string }[]>('select subject from sign_in_try');
    expect(JSON.stringify(kept)).not.toContain('nobody-here');
  });

  test('is told in the journal with place and end, and guessing at the own password counts too', async () => {
    const cookie = await office.employ(admin, 'xie', 'leadership');
    const guess = () =>
      office.post('/session/password', { current: 'wrong-password', next: 'another-password' }, cookie);
    for (let n = 0; n < 10; n += 1) expect((await guess()).status).toBe(400);
    expect((await guess()).status).toBe(429);
    await failsTimes('xie', 10, anywhere);
    const [row] = await office.db.query<{ body: string }[]>(
      `select body from journal where kind = 'person.locked_out' order by seq desc limit 1`,
    );
    const { data } = JSON.parse(row?.body ?? '{}') as { data: Record<string, string> };
    expect(data).toEqual({ accountId: expect.any(String), address: anywhere(9), until: expect.any(String) });
  });
});
