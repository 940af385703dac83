import type { ClockView } from '../../src/contract/clock.js';
import type { IncidentView } from '../../src/contract/incident.js';
import type { ResponseTimes } from '../../src/contract/response-times.js';
import { heldUp } from '../support/held-up.js';
import { minutesAfter, Traveller } from './traveller.js';

const HOUR = 60;
const DAY = 24 * HOUR;

/** 持续发布: cycles of 24 hours from the first release until a person ends them, of 12 at first at level I (config/policy.yaml). */
describe('continued release', () => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await Traveller.set({ at: '2027-01-28T02:00:00Z' });
  });
  afterAll(() => traveller.close());

  let count = 0;
  const releases = (id: string, at: Date) =>
    traveller.publishedStatement(id, at, `https://example.gov.cn/release/${(count += 1)}`);
  const now = () => traveller.office.clock.now();
  const cycles = async (id: string): Promise<ClockView[]> => (await traveller.office.incident(id)).followUps;
  /** Whole minutes from the first release to the start of each cycle, and its state. */
  const told = async (id: string): Promise<string[]> => {
    const all = await cycles(id);
    const first = Date.parse(all[0]?.startAt ?? '');
    return all.map(({ startAt, state }) => `${Math.floor((Date.parse(startAt) - first) / 60_000)} ${state}`);
  };
  /** What the desk was told of the cycles, with the minutes after the start of each, and whole minutes of lateness. */
  const alerts = (id: string) =>
    traveller.office.db.query<{ said: string; late: number }[]>(
      `select c.cycle_no || ' ' || a.key || ' +' || round(extract(epoch from a.due_at - c.start_at) / 60) as said,
         floor(a.late_ms / 60000)::int as late
       from deadline_alert a join incident_clock c on c.id = a.clock_id
       where c.incident_id = $1 and c.kind = 'follow_up' order by c.cycle_no, a.due_at`,
      [id],
    );
  /** A case whose first statement is out, at this moment. */
  const released = async (title: string, level = 'II'): Promise<IncidentView> => {
    const { id } = await traveller.opens(title, level);
    await traveller.office.passes({ minutes: 30 });
    expect(await releases(id, await now())).toBe(201);
    return traveller.office.incident(id);
  };
  const post = (id: string, path: string, body: object) =>
    traveller.office.post<IncidentView>(`/incidents/${id}/${path}`, body);

  test('begins with the first statement, by its publication; the duties by law stand apart', async () => {
    const { id, clockStartAt } = await traveller.opens('放映厅失火');
    expect((await traveller.office.incident(id)).followUp).toBeNull();
    await traveller.office.passes({ minutes: 50 });
    await releases(id, minutesAfter(clockStartAt, 20));
    const { clocks, followUp } = await traveller.office.incident(id);
    expect(followUp).toMatchObject({
      cycleNo: 1,
      state: 'running',
      startAt: minutesAfter(clockStartAt, 20).toISOString(),
    });
    expect(clocks.map(({ kind }) => kind)).toEqual(['statement_5h', 'press_conference_24h']);
  });

  test('a later statement answers the cycle and begins the next, over a month end', async () => {
    await traveller.to('2027-01-30T20:00:00Z');
    const { id } = await released('剧场吊杆坠落');
    await traveller.office.passes({ hours: 23 }, 4);
    await releases(id, await now());
    await traveller.office.passes({ hours: 19 }, 4);
    await releases(id, minutesAfter((await now()).toISOString(), -HOUR));
    expect(await told(id)).toEqual(['0 met', `${23 * HOUR} met`, `${41 * HOUR} running`]);
    expect((await cycles(id)).at(-1)?.startAt.slice(0, 10)).toBe('2027-02-01');
    expect((await alerts(id)).map(({ said }) => said)).toEqual(['1 minutes_240 +1200']);
  });

  test('missed cycles each have a verdict, the next runs from the limit, and nothing drifts with the sweep', async () => {
    const { id } = await released('书库坍塌');
    await traveller.office.passes({ hours: 50, minutes: 7 }, 17);
    expect(await told(id)).toEqual(['0 missed', `${DAY} missed`, `${2 * DAY} running`]);
    expect((await alerts(id)).map(({ said }) => said)).toEqual([
      ...['1 minutes_240 +1200', '1 due +1440'],
      ...['2 minutes_240 +1200', '2 due +1440'],
    ]);
    await releases(id, await now());
    expect(await told(id)).toEqual(['0 missed', `${DAY} late`, `${2 * DAY} met`, `${50 * HOUR + 7} running`]);
  });

  test('down over two cycles: each has its row once, at the true instants, and says how late it is told', async () => {
    const { id } = await released('转播塔倒塌');
    await traveller.office.clock.forward({ hours: 49 });
    await traveller.office.restarts();
    await Promise.all([traveller.office.sweeps(), traveller.office.sweeps()]);
    await traveller.office.sweeps();
    expect(await told(id)).toEqual(['0 missed', `${DAY} missed`, `${2 * DAY} running`]);
    expect(await alerts(id)).toEqual([
      { said: '1 minutes_240 +1200', late: 29 * HOUR },
      { said: '1 due +1440', late: 25 * HOUR },
      { said: '2 minutes_240 +1200', late: 5 * HOUR },
      { said: '2 due +1440', late: HOUR },
    ]);
    const rows = (await traveller.office.journal()).filter((row) => row.incidentId === id);
    const missed = rows.filter(({ kind }) => kind === 'follow_up.missed');
    expect(missed.map(({ data }) => (data.missed as unknown[]).length)).toEqual([2]);
  });

  test('a release that is recorded before the sweep has caught up gives the same cycles', async () => {
    const { id } = await released('摄影棚塌顶');
    await traveller.office.clock.forward({ hours: 30 });
    await releases(id, await now());
    await traveller.office.sweeps();
    expect(await told(id)).toEqual(['0 late', `${DAY} met`, `${30 * HOUR} running`]);
  });

  test('a person ends it with a reason; later statements begin nothing, a graver level begins it again', async () => {
    const { id } = await released('影城踩踏', 'II');
    await traveller.office.passes({ hours: 26 }, 4);
    expect((await post(id, 'follow-up/end', { reason: '' })).status).toBe(400);
    const ended = await post(id, 'follow-up/end', { reason: '处置完毕,结果已公布' });
    expect(ended.body.followUp).toMatchObject({ cycleNo: 2, state: 'waived' });
    expect((await post(id, 'follow-up/end', { reason: '处置完毕,结果已公布' })).status).toBe(200);
    await traveller.office.passes({ hours: 30 }, 4);
    await releases(id, await now());
    await traveller.office.passes({ hours: 30 }, 4);
    expect(await told(id)).toEqual(['0 missed', `${DAY} waived`]);
    await post(id, 'grade', { level: 'I', reason: '伤亡扩大' });
    const again = (await cycles(id)).at(-1);
    expect(again).toMatchObject({ cycleNo: 3, state: 'running' });
    expect(Date.parse(again?.dueAt ?? '') - Date.parse(again?.startAt ?? '')).toBe(2 * HOUR * 60_000);
    expect((await told(id)).at(-1)).toBe(`${86 * HOUR} running`);
    const rows = (await traveller.office.journal()).filter((row) => row.incidentId === id);
    expect(rows.filter(({ kind }) => kind === 'incident.follow_up_ended')).toHaveLength(1);
  });

  test('a person ends it while a timer is about to turn it: what he ended stays ended', async () => {
    const { id } = await released('拱顶脱落');
    await traveller.office.clock.forward({ hours: 25 });
    const ends = `with locked as (select id from incident where id = '${id}' for no key update)
      update incident_clock set waived_at = app_now(), waived_reason = '处置完毕' where incident_id = (select id from locked)
        and kind = 'follow_up'`;
    await heldUp(traveller.office.database.url, ends, () => [traveller.office.sweeps()]);
    await traveller.office.sweeps();
    expect(await told(id)).toEqual(['0 waived']);
    // The database refuses a cycle that is both ended and missed: what only met a person must not be told as a fault.
    const rows = await traveller.office.journal();
    expect(rows.filter((row) => row.incidentId === id && row.kind === 'threshold.postponed')).toEqual([]);
    // It was ended here without its journal row: taken back, so that the report tells what the rows tell.
    await traveller.office.db.query(
      'update incident_clock set waived_at = null, waived_reason = null where incident_id = $1',
      [id],
    );
    await traveller.office.sweeps();
  });

  test('what a notice limits is told before any cycle is turned, however many have passed', async () => {
    const due = await traveller.opens('排演厅失火');
    const { id } = await released('库房失火');
    await traveller.office.clock.forward({ hours: 25 });
    await traveller.office.sweeps();
    const rows = await traveller.office.journal();
    const told = rows.findIndex(({ incidentId, data }) => incidentId === due.id && data.key === 'due');
    expect(told).toBeGreaterThan(-1);
    expect(told).toBeLessThan(rows.findIndex((row) => row.incidentId === id && row.kind === 'follow_up.missed'));
  });

  test('before the first statement there is nothing to end', async () => {
    const { id } = await traveller.opens('印刷车间火灾');
    expect((await post(id, 'follow-up/end', { reason: '处置完毕' })).status).toBe(404);
  });

  test('a downgrade ends it; up again begins a new one', async () => {
    const { id } = await released('灯架坠落', 'II');
    await traveller.office.passes({ hours: 5 });
    await post(id, 'grade', { level: 'III', reason: '核减' });
    expect(await told(id)).toEqual(['0 waived']);
    await traveller.office.passes({ hours: 30 }, 3);
    await post(id, 'grade', { level: 'II', reason: '又有伤亡' });
    expect(await told(id)).toEqual(['0 waived', `${35 * HOUR} running`]);
  });

  test('at level I it is due every 12 hours in the first three days of the case, then every 24', async () => {
    const { id } = await released('体育馆坍塌', 'I');
    for (let day = 0; day < 10; day += 1) await traveller.office.passes({ hours: 10 }, 2);
    const hours = (await cycles(id)).map(({ startAt, dueAt }) => (Date.parse(dueAt) - Date.parse(startAt)) / 3_600_000);
    expect(hours).toEqual([12, 12, 12, 12, 12, 12, 24, 24]);
  });

  test('a risen level, other figures and a rumour: the next release is due within two hours, and no limit is edited', async () => {
    const { id } = await released('灯光架坠落', 'II');
    await traveller.office.passes({ hours: 2 });
    const graded = await post(id, 'grade', { level: 'I', reason: '核对伤亡' });
    expect(await told(id)).toEqual(['0 waived', `${2 * HOUR} running`]);
    expect(graded.body.followUps[0]?.dueAt).toBe(
      minutesAfter(graded.body.followUps[0]?.startAt ?? '', DAY).toISOString(),
    );
    await traveller.office.passes({ minutes: 30 });
    const rumour = { rumour: '传言有人隐瞒', facts: '伤亡已如实公布', referredTo: 'none' };
    expect((await post(id, 'records/refutation', { body: rumour })).status).toBe(201);
    expect(await told(id)).toEqual(['0 waived', `${2 * HOUR} running`]);
    await traveller.office.passes({ minutes: 30 });
    await releases(id, await now());
    await traveller.office.passes({ hours: 1 });
    await post(id, 'records/refutation', { body: { ...rumour, rumour: '又传言停水' } });
    expect(await told(id)).toEqual(['0 waived', `${2 * HOUR} met`, `${3 * HOUR} waived`, `${4 * HOUR} running`]);
    await traveller.office.passes({ hours: 2, minutes: 1 });
    expect((await told(id)).slice(-2)).toEqual([`${4 * HOUR} missed`, `${6 * HOUR} running`]);
    expect((await alerts(id)).map(({ said }) => said)).toContain('4 due +120');
  });

  test('an upgrade of a case that was answered long ago asks nothing for the time before it', async () => {
    const { id } = await traveller.opens('排练厅漏电', 'III');
    await releases(id, await now());
    await traveller.office.passes({ hours: 40 }, 4);
    await post(id, 'grade', { level: 'II', reason: '伤亡扩大' });
    expect(await told(id)).toEqual(['0 running']);
    const [begun] = await cycles(id);
    expect((await now()).getTime() - Date.parse(begun?.startAt ?? '')).toBeLessThan(60_000);
  });

  test('a merger closes the cycles of the one case and goes on in the other with its releases', async () => {
    const gone = await released('仓库爆炸 甲');
    await traveller.office.passes({ hours: 10 });
    const kept = await traveller.opens('仓库爆炸 乙', 'II');
    const merged = await post(gone.id, 'merge', { into: kept.id, reason: '同一事件' });
    expect(merged.body.followUps.map(({ state }) => state)).toEqual(['running']);
    expect((await cycles(gone.id)).map(({ state }) => state)).toEqual(['waived']);
    await traveller.office.passes({ hours: 30 }, 3);
    expect((await told(kept.id)).map((one) => one.split(' ')[1])).toEqual(['missed', 'running']);
  });

  test('a dismissal ends it, and keeps what was missed', async () => {
    const { id } = await released('道具间失火');
    await traveller.office.passes({ hours: 25 }, 5);
    await post(id, 'dismiss', { reason: '查明为演练' });
    await traveller.office.passes({ hours: 50 }, 5);
    expect(await told(id)).toEqual(['0 missed', `${DAY} waived`]);
  });

  test('the report counts it apart: no rate of a duty by law moves by a missed cycle', async () => {
    const { total, rows } = await traveller.office.get<ResponseTimes>(
      '/reports/response-times?from=2027-01-01T00:00:00Z&to=2028-01-01T00:00:00Z',
    );
    const own = total.find(({ kind }) => kind === 'follow_up');
    expect(own?.openOverdue).toBeGreaterThan(0);
    expect(rows.filter(({ kind }) => kind === 'follow_up').length).toBe(
      (own?.due ?? 0) + (own?.running ?? 0) + (own?.waived ?? 0),
    );
    const [held] = await traveller.office.db.query<{ n: number }[]>(
      `select count(*)::int as n from incident_clock where kind = 'follow_up' and (met_at is not null or missed_at is not null)`,
    );
    expect(own?.due).toBe(held?.n);
    expect(total.find(({ kind }) => kind === 'statement_5h')?.openOverdue).toBeLessThanOrEqual(3);
  });
});
