import { tickNow } from '../src/board/ticker.js';
import { SESSION_MS } from '../src/people/web-sessions.js';
import { ClockGuard } from '../src/escalation/clock-guard.js';
import { loadSettings } from '../src/settings/settings.js';
import { append } from '../src/journal/append.js';
import { Office } from './support/office.js';

const MINUTE = 60_000;

/** What a board must not hide, nor show: drills, doubts about the clock, and cases behind failed sign-ins. */
describe('a board that can be believed', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const open = (title: string) => office.post<{ id: string }>('/incidents', { title, level: 'I', lead: 'FILM' });

  it('drills and any number of failed sign-ins leave the cases in sight', async () => {
    const live = await open('在册的事件');
    const drill = await open('演练中的事件');
    await office.db.query(`update incident set channel = 'drill' where id = $1`, [drill.body.id]);
    const noise = { kind: 'person.sign_in_failed', incidentId: null, actor: 'system:people', data: {} };
    await office.db.transaction((tx) => append(tx, Array<typeof noise>(200).fill(noise)));
    const screen = await office.screen();
    const recent = screen.snapshot?.recent ?? [];
    expect(recent.map((row) => row.incidentId)).toContain(live.body.id);
    expect(recent.map((row) => row.incidentId)).not.toContain(drill.body.id);
    expect(recent.filter((row) => /^(person|account)\./.test(row.kind))).toEqual([]);
    screen.close();
  });

  it('a screen that asks without end gets no more snapshots than it can have asked for one by one', async () => {
    const screen = await office.screen();
    const before = screen.snapshots;
    screen.asks(300);
    await open('此后的事件');
    await screen.until(() => screen.kinds().includes('incident.opened'));
    expect(screen.snapshots - before).toBeGreaterThan(0);
    expect(screen.snapshots - before).toBeLessThan(30);
    screen.close();
  });

  it('a jump of the database clock is told with every tick until ten quiet minutes have passed', async () => {
    const { policy } = loadSettings({}, process.cwd());
    const told = async () => (await tickNow(office.db.manager, policy, 1))?.clockSuspectSince;
    const guard = new ClockGuard(office.db);
    await guard.check({ database: 0, monotonic: 0 });
    expect(await told()).toBeNull();
    expect(await guard.check({ database: 3 * MINUTE, monotonic: MINUTE })).toBe(2 * MINUTE);
    expect(Date.parse((await told()) ?? '')).toBeCloseTo((await office.clock.now()).getTime(), -4);
    await guard.check({ database: 12 * MINUTE, monotonic: 10 * MINUTE });
    expect(await told()).not.toBeNull();
    await guard.check({ database: 13 * MINUTE, monotonic: 11 * MINUTE });
    expect(await told()).toBeNull();
  });

  it('a screen that only asks who is signed in keeps its session', async () => {
    await office.db.query(`update web_session set expire = now() + interval '1 minute'`);
    await office.get('/session');
    const [row] = await office.db.query<{ left: number }[]>(
      `select max(extract(epoch from expire - now()))::float * 1000 as left from web_session`,
    );
    expect(row?.left).toBeGreaterThan(SESSION_MS - 5 * MINUTE);
  });
});
