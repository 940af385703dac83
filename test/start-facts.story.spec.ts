import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is found after a case was opened moves its start, to an earlier instant only, and only where the word can be relied on. */
describe('facts found after the opening', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  async function reads(title: string, more: { text?: string; source?: string; publishedAt?: Date } = {}) {
    await office.publishes({ title, ...more });
    await office.judges();
    await office.sweeps();
  }
  async function caseOf(word: string): Promise<IncidentView> {
    const line = (await office.incidents(200)).find((one) => one.title.includes(word));
    return office.incident(line?.id ?? '');
  }
  const before = (at: Date | string, ms: number) => new Date(new Date(at).getTime() - ms);
  const kindsOf = ({ journal }: IncidentView) => journal.map((row) => row.kind);

  it('an earlier report of a core source, fetched late, moves the start; what is crossed is told once, in one notice', async () => {
    await reads('甘肃天水一工厂爆炸已致12人死亡');
    const opened = await caseOf('天水');
    const earlier = before(opened.clockStartAt, 4.5 * HOUR);
    await reads('甘肃天水工厂爆炸致12人死亡', { publishedAt: earlier });
    const moved = await caseOf('天水');
    expect(moved).toMatchObject({ clockStartAt: earlier.toISOString(), firstPublishedAt: earlier.toISOString() });
    expect(moved.clocks.map((clock) => clock.dueAt)).toEqual(
      opened.clocks.map((clock) => before(clock.dueAt, 4.5 * HOUR).toISOString()),
    );
    const row = moved.journal.find((one) => one.kind === 'incident.start_moved');
    expect(row?.data).toMatchObject({
      from: { startAt: opened.clockStartAt, basis: 'first_published' },
      to: { startAt: earlier.toISOString(), basis: 'first_published' },
      articleId: expect.any(String),
    });
    const statement = moved.clocks.find((clock) => clock.kind === 'statement_5h');
    const told = await office.db.query<{ key: string; due_at: Date; version: number }[]>(
      'select key, due_at, version from deadline_alert where clock_id = $1 order by due_at',
      [statement?.id],
    );
    const crossed = told.filter((one) => one.version > 1 && !/^(rung|target)_/.test(one.key));
    expect(new Set(crossed.map((one) => one.version)).size).toBe(1);
    expect(crossed.map((one) => one.key)).toEqual(['half', 'minutes_60', 'minutes_30']);
    expect(crossed[0]?.due_at).toEqual(new Date(earlier.getTime() + 2.5 * HOUR));
    expect(new Set(told.map((one) => one.key)).size).toBe(told.length);
    const notices = await office.db.query<unknown[]>(
      `select from notice n join deadline_alert a on a.id = n.alert_id
       where a.clock_id = $1 and a.version = $2 and n.recipient_id = 'GENERAL_OFFICE' and n.channel = 'board'`,
      [statement?.id, crossed[0]?.version],
    );
    expect(notices).toHaveLength(1);
    await office.judges();
    await office.sweeps();
    expect(kindsOf(await caseOf('天水')).filter((kind) => kind === 'incident.start_moved')).toHaveLength(1);
  });

  it('never to a later one, and not by the date of a source that is not core: that is proposed', async () => {
    await reads('青海西宁一工厂爆炸已致12人死亡');
    const opened = await caseOf('西宁');
    const earlier = before(opened.clockStartAt, 2 * HOUR);
    await reads('青海西宁工厂爆炸致12人死亡', { source: 'forum', publishedAt: earlier });
    const after = await caseOf('西宁');
    expect(after.clockStartAt).toBe(opened.clockStartAt);
    expect(after.startProposals).toMatchObject([{ basis: 'first_published', at: earlier.toISOString() }]);
    await office.clock.forward({ minutes: 5 });
    await reads('青海西宁工厂爆炸致12人死亡');
    expect((await caseOf('西宁')).clockStartAt).toBe(opened.clockStartAt);
  });

  it('an hour stated by a core source moves it; the verdict it had stays beside the new one', async () => {
    await reads('云南大理一工厂爆炸已致12人死亡');
    const opened = await caseOf('大理');
    const at = await office.clock.now();
    const url = 'https://www.office.test/1';
    await office.post(`/incidents/${opened.id}/statements`, { channel: 'website', url, publishedAt: at.toISOString() });
    const happened = before(at, 7 * HOUR);
    const day = new Date(happened.getTime() + 8 * HOUR);
    const words = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日${day.getUTCHours()}时${day.getUTCMinutes()}分`;
    await reads('云南大理工厂爆炸已致12人死亡', { text: `${words},云南大理一工厂发生爆炸,已致12人死亡。` });
    const moved = await caseOf('大理');
    expect(moved).toMatchObject({ clockBasis: 'occurred', occurredPrecision: 'minute' });
    const start = Math.floor(happened.getTime() / MINUTE) * MINUTE;
    expect(moved.clockStartAt).toBe(new Date(start).toISOString());
    const statement = moved.clocks.find((clock) => clock.kind === 'statement_5h');
    expect(statement).toMatchObject({ state: 'late', formerly: [{ verdict: 'met', startAt: opened.clockStartAt }] });
    const from = before(at, 48 * HOUR).toISOString();
    const to = new Date(at.getTime() + 48 * HOUR).toISOString();
    const report = await office.get<{ rows: { clockId: string; verdict: string; formerly: object[] }[] }>(
      `/reports/response-times?from=${from}&to=${to}`,
    );
    const reported = report.rows.find((one) => one.clockId === statement?.id);
    expect(reported).toMatchObject({ verdict: 'late', formerly: [{ verdict: 'met' }] });
  });

  /** A report on a happening that may be the same, joined to the case by a person. */
  async function joins(province: string, city: string, more: { source?: string; publishedAt: Date }) {
    const title = `${province}${city}一化工厂爆炸致35人死亡`;
    await reads(title, more);
    const [story] = await office.db.query<{ id: string }[]>(
      'select s.id from story s join article a on a.story_id = s.id where a.title = $1',
      [title],
    );
    const into = (await caseOf(`${province}一烟花厂`)).stories.find((one) => !one.possibly)?.id;
    const joined = await office.post(`/stories/${story?.id}/join`, { into, reason: '核实为同一事件' });
    expect(joined.status).toBe(200);
  }

  it('a report that a person joins moves it, whoever the source is', async () => {
    await reads('吉林一烟花厂爆炸致12人死亡');
    const { id, clockStartAt } = await caseOf('吉林一烟花厂');
    const earlier = before(clockStartAt, 2 * HOUR);
    await joins('吉林', '通化', { source: 'forum', publishedAt: earlier });
    const moved = await office.incident(id);
    expect(moved).toMatchObject({ clockStartAt: earlier.toISOString(), clockBasis: 'first_published' });
    const row = moved.journal.find((one) => one.kind === 'incident.start_moved');
    expect(row?.actor).not.toMatch(/^system/);
  });

  it('a publication longer than 72 h before the system saw the matter is only proposed', async () => {
    await reads('山东一烟花厂爆炸致12人死亡');
    const { id, clockStartAt, detectedAt } = await caseOf('山东一烟花厂');
    const old = before(detectedAt, 73 * HOUR);
    await joins('山东', '菏泽', { publishedAt: old });
    const after = await office.incident(id);
    expect(after.clockStartAt).toBe(clockStartAt);
    expect(after.startProposals).toMatchObject([{ basis: 'first_published', at: old.toISOString() }]);
  });

  it('a day alone moves nothing; one that was over before the start is proposed as the day it is, until an hour is stated', async () => {
    await reads('广西柳州一工厂爆炸已致12人死亡');
    const opened = await caseOf('柳州');
    const there = before(opened.clockStartAt, -8 * HOUR);
    const today = before(there, there.getTime() % (24 * HOUR));
    const dayBefore = before(today, 24 * HOUR);
    for (const day of [today, dayBefore, dayBefore]) {
      const words = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
      await reads('广西柳州工厂爆炸已致12人死亡', { text: `${words}，广西柳州一工厂发生爆炸，已致12人死亡。` });
    }
    const after = await caseOf('柳州');
    const proposed = { basis: 'occurred', at: before(dayBefore, 8 * HOUR).toISOString(), precision: 'day' };
    expect(after).toMatchObject({ clockStartAt: opened.clockStartAt, clockBasis: opened.clockBasis, articleCount: 4 });
    expect(after.startProposals).toMatchObject([proposed]);
    expect(kindsOf(after).filter((kind) => kind === 'incident.start_proposed')).toHaveLength(1);
    const articleId = after.startProposals[0]?.articleId;
    const at = before(today, 11 * HOUR).toISOString();
    const wish = { fact: 'occurred', at, precision: 'hour', articleId, reason: '值班记录写明时刻' };
    expect((await office.post(`/incidents/${after.id}/clock-start`, wish)).status).toBe(200);
    expect(await caseOf('柳州')).toMatchObject({ clockStartAt: at, clockBasis: 'occurred', startProposals: [] });
  });

  it('the day that the report which opens a case names is proposed too', async () => {
    const there = before(await office.clock.now(), -8 * HOUR);
    const dayBefore = before(there, (there.getTime() % (24 * HOUR)) + 24 * HOUR);
    const words = `${dayBefore.getUTCMonth() + 1}月${dayBefore.getUTCDate()}日`;
    await reads('海南儋州一工厂爆炸已致12人死亡', { text: `${words}，海南儋州一工厂发生爆炸，已致12人死亡。` });
    const opened = await caseOf('儋州');
    expect(opened).toMatchObject({ clockBasis: 'first_published', occurredPrecision: 'day' });
    expect(opened.startProposals).toMatchObject([{ basis: 'occurred', precision: 'day' }]);
  });

  it('what an intake states counts by the tier of its source, at the opening as later', async () => {
    const at = before(await office.clock.now(), 3 * HOUR).toISOString();
    for (const [source, place] of [
      ['agency', '河南周口'],
      ['forum', '湖北黄冈'],
    ] as const) {
      await office.publishes({ title: `${place}一工厂爆炸已致12人死亡`, source });
      await office.db.query('update article set stated_occurred_at = $1 where title like $2', [at, `${place}%`]);
      await office.judges();
    }
    expect(await caseOf('周口')).toMatchObject({ clockBasis: 'occurred', clockStartAt: at });
    expect(await caseOf('黄冈')).toMatchObject({ clockBasis: 'first_published' });
  });
});
