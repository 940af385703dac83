import { CONFERENCE, minutesAfter, STATEMENT, Traveller } from './traveller.js';

/** What answers a duty, and when: the instant of the publication itself decides, to the millisecond. */
describe('answers in time and late', () => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await Traveller.set({ at: '2027-06-01T00:00:00Z' });
  });
  afterAll(() => traveller.close());

  test('at the limit itself is in time', async () => {
    const { id } = await traveller.opens('剧院失火');
    const { dueAt } = await traveller.clock(id, 'statement_5h');
    await traveller.office.clock.travelTo(dueAt);
    expect(await traveller.publishedStatement(id, dueAt)).toBe(201);
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject({ state: 'met', metAt: dueAt });
  });

  test('a millisecond after it is late for ever', async () => {
    const { id } = await traveller.opens('书城失火');
    const { dueAt } = await traveller.clock(id, 'statement_5h');
    await traveller.office.passes({ hours: 5, minutes: 1 });
    const published = new Date(Date.parse(dueAt) + 1);
    expect(await traveller.publishedStatement(id, published)).toBe(201);
    await traveller.office.passes({ hours: 48 }, 2);
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject({ state: 'late', metAt: published.toISOString() });
  });

  test('of two statements the earlier publication counts, whichever is recorded first', async () => {
    const { id, clockStartAt } = await traveller.opens('印刷厂爆炸');
    await traveller.office.passes({ hours: 3 });
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 170), 'https://example.gov.cn/b/2');
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 60), 'https://example.gov.cn/b/1');
    const { metAt } = await traveller.clock(id, 'statement_5h');
    expect(metAt).toBe(minutesAfter(clockStartAt, 60).toISOString());
  });

  test('nothing more is said of an answered duty, and the other one goes on', async () => {
    const { id, clockStartAt } = await traveller.opens('广播大厦火灾');
    await traveller.office.passes({ hours: 1 });
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 50));
    await traveller.office.passes({ hours: 25 }, 25);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual([]);
    expect(await traveller.crossed(id, 'press_conference_24h')).toEqual(CONFERENCE);
  });

  test('a conference answers no statement, a statement no conference', async () => {
    const { id, clockStartAt } = await traveller.opens('摄影棚垮塌');
    await traveller.office.passes({ hours: 2 });
    await traveller.holdsConference(id, minutesAfter(clockStartAt, 100));
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'running', press_conference_24h: 'met' });
  });

  test('an acknowledgement stops no clock', async () => {
    const { id } = await traveller.opens('舞台垮塌');
    await traveller.office.post(`/incidents/${id}/acknowledge`, {});
    await traveller.office.passes({ hours: 6 }, 6);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'overdue' });
  });
});
