import { CONFERENCE, minutesAfter, STATEMENT, Traveller } from './traveller.js';

/** The product is down, or the machine's clock is wrong: nothing is missed, nothing told twice, and every instant is the true one. */
describe('downtime and wrong clocks', () => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await Traveller.set({ at: '2027-05-01T00:00:00Z' });
  });
  afterAll(() => traveller.close());

  test('down over the limit: each crossed threshold at its instant, one message that says how late it is', async () => {
    const { id, clockStartAt } = await traveller.opens('发射塔倒塌');
    await traveller.office.sweeps();
    await traveller.office.clock.travelTo(minutesAfter(clockStartAt, 320).toISOString());
    await traveller.office.restarts();
    await traveller.office.sweeps();
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
    expect(await traveller.lateBy(id, 'statement_5h')).toEqual([170, 80, 50, 20]);
    const [, caughtUp, ...more] = await traveller.told(id, 'statement_5h', 'FILM');
    expect(caughtUp?.keys).toEqual(expect.arrayContaining(['half', 'minutes_60', 'minutes_30', 'due']));
    expect(more).toEqual([]);
  });

  test('a restart in each hour changes nothing', async () => {
    const { id } = await traveller.opens('转播车起火');
    for (let hour = 0; hour < 6; hour += 1) {
      await traveller.office.passes({ hours: 1 });
      await traveller.office.restarts();
    }
    await traveller.office.sweeps();
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
  });

  test('a clock that jumps three hours ahead and back fires nothing twice and leaves nothing out', async () => {
    const { id } = await traveller.opens('演播厅踩踏');
    await traveller.office.passes({ minutes: 30 });
    await traveller.office.passes({ hours: 3 });
    await traveller.office.clock.back({ hours: 3 });
    await traveller.office.sweeps();
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT.slice(0, 1));
    await traveller.office.passes({ hours: 24 }, 24);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
    expect(await traveller.crossed(id, 'press_conference_24h')).toEqual(CONFERENCE);
  });

  test('a clock that jumps back three hours delays nothing beyond the true instant and undoes no verdict', async () => {
    const { id, clockStartAt } = await traveller.opens('录音棚起火');
    await traveller.office.passes({ minutes: 235 }, 5);
    expect(await traveller.publishedStatement(id, minutesAfter(clockStartAt, 230))).toBe(201);
    await traveller.office.clock.back({ hours: 3 });
    await traveller.office.sweeps();
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'met', press_conference_24h: 'running' });
    await traveller.office.passes({ hours: 27 }, 9);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT.slice(0, 1));
    expect(await traveller.crossed(id, 'press_conference_24h')).toEqual(CONFERENCE);
  });

  test('a case that is found after its limit is born overdue, and the product is not late with it', async () => {
    const now = await traveller.office.clock.now();
    const title = '贵州遵义一剧场坍塌已致13人死亡';
    await traveller.office.publishes({ title, publishedAt: new Date(now.getTime() - 6 * 3_600_000) });
    await traveller.office.judges();
    const line = (await traveller.office.incidents(200)).find((one) => one.title === title);
    const id = line?.id ?? '';
    await traveller.office.sweeps();
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject({ state: 'overdue', bornOverdue: true });
    expect(await traveller.clock(id, 'press_conference_24h')).toMatchObject({ state: 'running', bornOverdue: false });
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
    expect(await traveller.lateBy(id, 'statement_5h')).toEqual([0, 0, 0, 0]);
  });
});
