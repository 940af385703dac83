import pg from 'pg';
import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

/** From articles to cases: one happening, one case; what rises, rises at once; what a person decided, stands. */
describe('from story to case', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  async function reads(
    title: string,
    more: { text?: string; source?: string; publishedAt?: Date } = {},
  ): Promise<void> {
    await office.publishes({ title, ...more });
    await office.judges();
  }
  const caseOf = async (word: string) => (await office.incidents(200)).filter((line) => line.title.includes(word));

  it('joins reports of one happening and keeps those of another place apart', async () => {
    await reads('湖北武汉一商场火灾已致12人死亡');
    await reads('武汉商场火灾致12人死亡 火势已扑灭', { source: 'forum' });
    await reads('广东广州一商场火灾已致15人死亡');
    expect(await caseOf('武汉')).toHaveLength(1);
    expect((await caseOf('武汉'))[0]).toMatchObject({ articleCount: 2, sourceCount: 2, level: 'II' });
    expect(await caseOf('广州')).toHaveLength(1);
  });

  it('opens nothing for fewer than ten dead, and opens at once when a later report crosses the line', async () => {
    await reads('四川成都一工地发生坍塌 已致9人死亡');
    expect(await caseOf('成都')).toHaveLength(0);
    await reads('四川成都工地坍塌死亡人数升至10人');
    const [line] = await caseOf('成都');
    expect(line).toMatchObject({ level: 'II' });
    expect(line?.clocks).toHaveLength(2);
  });

  it('raises a case from II to I without restarting its clocks', async () => {
    await reads('云南昆明发生山体滑坡 已致20人死亡');
    const [before] = await caseOf('昆明');
    await office.clock.forward({ hours: 2 });
    await reads('云南昆明山体滑坡死亡人数升至31人');
    const [after] = await caseOf('昆明');
    expect(after).toMatchObject({ id: before?.id, level: 'I', clockStartAt: before?.clockStartAt });
    expect(after?.clocks.map((clock) => clock.dueAt)).toEqual(before?.clocks.map((clock) => clock.dueAt));
  });

  it('does not overrule a person with the same figures, but tells when a dismissed matter is reported again', async () => {
    await reads('贵州贵阳发生客车侧翻事故 已致11人死亡');
    const [line] = await caseOf('贵阳');
    await office.post(`/incidents/${line?.id}/dismiss`, { reason: '核实为误报' });
    await reads('贵州贵阳客车侧翻事故致11人死亡2人受伤');
    expect((await caseOf('贵阳'))[0]?.status).toBe('dismissed');
    await reads('贵州贵阳客车侧翻事故死亡人数升至33人');
    expect((await office.journal()).map((row) => row.kind)).toContain('incident.reported_after_dismissal');
  });

  it('lets a doubtful match join only a case in hand, so that a dismissed one swallows nothing', async () => {
    await reads('湖南一烟花厂爆炸致12人死亡');
    const [line] = await caseOf('湖南');
    await office.post(`/incidents/${line?.id}/dismiss`, { reason: '查明为谣言' });
    await reads('湖南永州一化工厂爆炸致15人死亡');
    expect((await caseOf('永州'))[0]).toMatchObject({ level: 'II', status: 'provisional' });
  });

  it('starts the clocks again when a case that a person graded down rises after all', async () => {
    await reads('黑龙江哈尔滨一煤矿事故致12人死亡');
    const [line] = await caseOf('哈尔滨');
    await office.post(`/incidents/${line?.id}/grade`, { level: 'III', reason: '数字存疑' });
    await reads('黑龙江哈尔滨煤矿事故死亡人数升至33人');
    const [after] = await caseOf('哈尔滨');
    expect(after).toMatchObject({ level: 'I', clockStartAt: line?.clockStartAt });
    const states = Object.fromEntries((after?.clocks ?? []).map((clock) => [clock.kind, clock.state]));
    expect(states).toEqual({ statement_5h: 'running', press_conference_24h: 'running', other_48h: 'waived' });
  });

  it('puts old news into triage, where a person may take it with its original start', async () => {
    const publishedAt = new Date((await office.clock.now()).getTime() - 80 * 3_600_000);
    await reads('陕西西安一化工厂爆炸致13人死亡', { publishedAt });
    expect(await caseOf('西安')).toHaveLength(0);
    const { items } = await office.get<{ items: { id: string; title: string }[] }>('/stories?lane=triage');
    const story = items.find((one) => one.title.includes('西安'));
    const taken = await office.post<{ clocks: { state: string; bornOverdue: boolean; startAt: string }[] }>(
      `/stories/${story?.id}/concerns-us`,
      { reason: '涉及本单位' },
    );
    expect(taken.body.clocks.map((clock) => clock.state)).toEqual(['overdue', 'overdue']);
    expect(taken.body.clocks.every((clock) => clock.bornOverdue)).toBe(true);
    expect(taken.body.clocks[0]?.startAt).toBe(publishedAt.toISOString());
  });

  it('opens at the level a person states, with its duties from the original start and the person’s reason behind it', async () => {
    const publishedAt = new Date((await office.clock.now()).getTime() - 80 * 3_600_000);
    await reads('辽宁鞍山一车间闪爆致13人死亡', { publishedAt });
    const { items } = await office.get<{ items: { id: string; title: string }[] }>('/stories?lane=triage');
    const url = `/stories/${items.find((one) => one.title.includes('鞍山'))?.id}/concerns-us`;
    expect((await office.post(url, { reason: '事态扩大', level: 'V' })).status).toBe(400);
    const wish = { reason: '现场确认伤亡将达特别重大', level: 'I' };
    const { body } = await office.post<IncidentView>(url, wish);
    expect(body).toMatchObject({ level: 'I', basis: 'REFERENCE', basisVerified: false, status: 'confirmed' });
    expect(body.levelReason).toMatchObject({ ruleId: null, text: wish.reason });
    expect(body.clocks.map(({ kind, startAt }) => ({ kind, startAt }))).toEqual(
      ['statement_5h', 'press_conference_24h'].map((kind) => ({ kind, startAt: publishedAt.toISOString() })),
    );
    expect(body.journal[0]?.data).toMatchObject({ jurisdictionAccepted: wish.reason, gradedFrom: 'II' });
    expect((await office.post<IncidentView>(url, wish)).body.id).toBe(body.id);
  });

  it('keeps the table behind a level that a person only repeats', async () => {
    const publishedAt = new Date((await office.clock.now()).getTime() - 80 * 3_600_000);
    await reads('吉林延吉一粮库坍塌致13人死亡', { publishedAt });
    const { items } = await office.get<{ items: { id: string; title: string }[] }>('/stories?lane=triage');
    const story = items.find((one) => one.title.includes('延吉'));
    const { body } = await office.post<IncidentView>(`/stories/${story?.id}/concerns-us`, {
      reason: '涉及本单位',
      level: 'II',
    });
    expect(body.levelReason?.ruleId).not.toBeNull();
    expect(body.journal[0]?.data).not.toHaveProperty('gradedFrom');
  });

  it('opens a case anew, from the story’s own start, when a person says of a dismissed one that it concerns us', async () => {
    const publishedAt = new Date((await office.clock.now()).getTime() - 2 * 3_600_000);
    await reads('青海西宁一商场火灾致13人死亡', { publishedAt });
    const [line] = await caseOf('西宁');
    const story = (await office.incident(line?.id ?? '')).stories[0]?.id;
    await office.post(`/incidents/${line?.id}/dismiss`, { reason: '误认为演练' });
    await office.clock.forward({ hours: 1 });
    const wish = { reason: '核实属实,需回应' };
    const opened = await office.post<IncidentView>(`/stories/${story}/concerns-us`, wish);
    expect(opened).toMatchObject({ status: 200, body: { status: 'confirmed', level: 'II' } });
    expect(opened.body.id).not.toBe(line?.id);
    expect(opened.body.clocks.map(({ startAt, state }) => ({ startAt, state }))).toEqual(
      [1, 2].map(() => ({ startAt: publishedAt.toISOString(), state: 'running' })),
    );
    expect(opened.body.articles).toHaveLength(1);
    expect(opened.body.journal[0]?.data).toMatchObject({ afterDismissed: line?.number });
    const again = await office.post<IncidentView>(`/stories/${story}/concerns-us`, wish);
    expect(again.body.id).toBe(opened.body.id);
    const old = await office.incident(line?.id ?? '');
    expect(old).toMatchObject({ status: 'dismissed', stories: [] });
  });

  it('sets an article aside that cannot be judged, and judges the others', async () => {
    const owner = new pg.Client({ connectionString: office.database.url });
    await owner.connect();
    await owner.query(`alter table story add constraint test_refusal check (title not like '%福州%')`);
    await owner.end();
    await office.publishes({ title: '福建福州一工厂火灾致14人死亡' });
    await reads('江西南昌一工厂火灾致14人死亡');
    expect(await caseOf('南昌')).toHaveLength(1);
    const aside = await office.db.query<{ title: string }[]>(
      'select title from article where judging_error is not null',
    );
    expect(aside.map((row) => row.title)).toEqual(['福建福州一工厂火灾致14人死亡']);
  });
});
