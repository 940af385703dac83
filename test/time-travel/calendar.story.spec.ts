import { CONFERENCE, STATEMENT, Traveller } from './traveller.js';

/** Limits are clock hours: no night, holiday, month end, leap day or summer time of the machine's zone moves them. */
describe('the calendar', () => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await Traveller.set({ at: '2027-01-01T00:00:00Z' });
  });
  afterAll(() => traveller.close());

  test.each([
    ['the spring begin of summer time in New York', '2027-03-14T04:30:00Z'],
    ['the spring begin of summer time in Berlin', '2027-03-27T23:10:00Z'],
    ['the end of a month at midnight in Beijing', '2027-04-30T15:59:30Z'],
    ['the days off of National Day', '2027-10-01T01:00:00Z'],
    ['the end of summer time in New York', '2027-11-07T03:45:00Z'],
    ['New Year’s Eve', '2027-12-31T13:00:00Z'],
    ['Spring Festival', '2028-01-25T17:20:00Z'],
    ['the day before a leap day', '2028-02-28T10:00:00Z'],
    ['a leap day', '2028-02-29T20:00:00Z'],
  ])('%s', async (name, at) => {
    await traveller.to(at);
    const { id, clockStartAt } = await traveller.opens(`影院坍塌 ${name}`);
    await traveller.office.passes({ hours: 26 }, 13);
    for (const [kind, hours] of [
      ['statement_5h', 5],
      ['press_conference_24h', 24],
    ] as const) {
      const clock = await traveller.clock(id, kind);
      expect(clock.startAt).toBe(clockStartAt);
      expect(Date.parse(clock.dueAt) - Date.parse(clock.startAt)).toBe(hours * 3_600_000);
    }
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
    expect(await traveller.crossed(id, 'press_conference_24h')).toEqual(CONFERENCE);
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'overdue', press_conference_24h: 'overdue' });
  });

  test('48 hours over a leap day are 48 hours', async () => {
    await traveller.to('2032-02-28T10:00:00Z');
    const { id } = await traveller.opens('片方数据被质疑', 'I');
    await traveller.office.post(`/incidents/${id}/grade`, { level: 'III', reason: '核减' });
    const { startAt, dueAt } = await traveller.clock(id, 'other_48h');
    expect([startAt.slice(0, 16), dueAt.slice(0, 16)]).toEqual(['2032-02-28T10:00', '2032-03-01T10:00']);
  });
});
