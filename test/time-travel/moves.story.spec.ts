import type { IncidentView } from '../../src/contract/incident.js';
import { CONFERENCE, minutesAfter, STATEMENT, Traveller } from './traveller.js';

/** What people and reports do to a case moves no limit that the rules do not let them move. */
describe('moves over time', () => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await Traveller.set({ at: '2027-08-01T00:00:00Z' });
  });
  afterAll(() => traveller.close());

  const grade = (id: string, level: string) =>
    traveller.office.post<IncidentView>(`/incidents/${id}/grade`, { level, reason: '核对伤亡' });

  test('a level that rises at three in the morning starts the clocks at once, from the old start', async () => {
    await traveller.to('2027-08-01T15:00:00Z'); // 23:00 in Beijing
    const { id, clockStartAt } = await traveller.opens('片场爆炸');
    await grade(id, 'III');
    await traveller.to('2027-08-01T19:00:00Z'); // 03:00
    await grade(id, 'II');
    await traveller.office.sweeps();
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject({ startAt: clockStartAt, state: 'running' });
    await traveller.office.passes({ hours: 2 }, 4);
    expect((await traveller.crossed(id, 'statement_5h')).slice(-1)).toEqual(STATEMENT.slice(-1));
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'overdue', press_conference_24h: 'running' });
  });

  test('a downgrade ends the two clocks and leaves 48 hours from the same start', async () => {
    const { id, clockStartAt } = await traveller.opens('灯光架坠落');
    await traveller.office.passes({ hours: 1 });
    await grade(id, 'IV');
    await traveller.office.passes({ hours: 49 }, 7);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual([]);
    expect(await traveller.clock(id, 'other_48h')).toMatchObject({ startAt: clockStartAt, state: 'overdue' });
    expect(await traveller.crossed(id, 'other_48h')).toEqual(['half +1440', 'minutes_240 +2640', 'due +2880']);
  });

  test('down and up again gives no minute more', async () => {
    const { id } = await traveller.opens('排练厅火灾');
    const { dueAt } = await traveller.clock(id, 'statement_5h');
    for (const level of ['III', 'I', 'IV', 'II']) {
      await traveller.office.passes({ minutes: 30 });
      await grade(id, level);
    }
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject({ dueAt, state: 'running' });
  });

  test('an occurrence stated earlier moves the start, and what that crosses is told at its true instant', async () => {
    const { id, clockStartAt } = await traveller.opens('博物馆展厅坍塌');
    await traveller.office.passes({ minutes: 20 });
    const at = minutesAfter(clockStartAt, -200).toISOString();
    const body = { fact: 'occurred', at, reason: '省厅电话记录' };
    expect((await traveller.office.post(`/incidents/${id}/clock-start`, body)).status).toBe(200);
    await traveller.office.sweeps();
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject({ startAt: at });
    expect((await traveller.crossed(id, 'statement_5h')).at(0)).toBe('half +150');
    await traveller.office.passes({ hours: 2 }, 4);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
  });

  test('a merger keeps the earlier start', async () => {
    const first = await traveller.opens('港口仓库爆炸 一');
    await traveller.office.passes({ hours: 2 });
    const second = await traveller.opens('港口仓库爆炸 二');
    const merged = await traveller.office.post<IncidentView>(`/incidents/${first.id}/merge`, {
      into: second.id,
      reason: '同一事件',
    });
    expect(merged.status).toBe(200);
    expect(await traveller.clock(second.id, 'statement_5h')).toMatchObject({ startAt: first.clockStartAt });
    await traveller.office.passes({ hours: 24 }, 12);
    expect((await traveller.crossed(second.id, 'statement_5h')).at(-1)).toBe('due +300');
    expect((await traveller.crossed(second.id, 'press_conference_24h')).at(-1)).toBe(CONFERENCE.at(-1));
  });

  test('a dismissal ends every clock and says nothing more', async () => {
    const { id } = await traveller.opens('道具库火灾');
    await traveller.office.passes({ hours: 1 });
    await traveller.office.post(`/incidents/${id}/dismiss`, { reason: '查明为演练' });
    await traveller.office.passes({ hours: 30 }, 3);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual([]);
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'waived', press_conference_24h: 'waived' });
  });

  test('an item of the day before yesterday opens a case, one of three days ago waits for a person', async () => {
    const now = await traveller.office.clock.now();
    const publish = (title: string, hours: number) =>
      traveller.office.publishes({ title, publishedAt: new Date(now.getTime() - hours * 3_600_000) });
    await publish('甘肃天水一影院坍塌已致14人死亡', 71);
    await publish('青海西宁一书店火灾已致15人死亡', 73);
    await traveller.office.judges();
    const titles = (await traveller.office.incidents(200)).map((one) => one.title);
    expect(titles).toContain('甘肃天水一影院坍塌已致14人死亡');
    expect(titles).not.toContain('青海西宁一书店火灾已致15人死亡');
  });

  test('a feed that claims tomorrow starts nothing tomorrow', async () => {
    const now = await traveller.office.clock.now();
    const title = '宁夏银川一剧场坍塌已致16人死亡';
    await traveller.office.publishes({ title, publishedAt: new Date(now.getTime() + 20 * 3_600_000) });
    await traveller.office.judges();
    const line = (await traveller.office.incidents(200)).find((one) => one.title === title);
    expect(Date.parse(line?.clockStartAt ?? '')).toBeLessThanOrEqual((await traveller.office.clock.now()).getTime());
  });
});
