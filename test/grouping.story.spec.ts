import type { IncidentView } from '../src/contract/incident.js';
import type { Problem } from '../src/contract/problem.js';
import type { StoryLine, StoryView } from '../src/contract/story.js';
import { Office } from './support/office.js';

const reason = '人工核实';

/** What people join, split, merge and set aside is final: the machine regroups nothing of it, and a repeated call changes nothing. */
describe('grouping by people', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  async function reads(title: string, more: { source?: string; publishedAt?: Date } = {}): Promise<void> {
    await office.publishes({ title, ...more });
    await office.judges();
  }
  const ago = async (hours: number) => new Date((await office.clock.now()).getTime() - hours * 3_600_000);
  const caseOf = async (word: string) => {
    const line = (await office.incidents(200)).find((one) => one.title.includes(word));
    if (!line) throw new Error(`no case of ${word}`);
    return office.incident(line.id);
  };
  const kindsOf = async (id: string) =>
    (await office.journal()).filter((row) => row.incidentId === id).map((row) => row.kind);
  const onlyStory = (view: IncidentView, possibly = false) =>
    view.stories.find((story) => story.possibly === possibly)?.id ?? '';

  it('confirms what was possibly the same: one case, its figures count now', async () => {
    await reads('湖南一烟花厂爆炸致12人死亡');
    await reads('湖南永州一化工厂爆炸致35人死亡');
    const held = await caseOf('湖南一烟花厂');
    expect(held.stories.map((story) => story.possibly)).toEqual([false, true]);
    const [main, doubtful] = [onlyStory(held), onlyStory(held, true)];
    const joined = await office.post<StoryView>(`/stories/${doubtful}/join`, { into: main, reason });
    expect(joined).toMatchObject({ status: 200, body: { id: main, articleCount: 2, possibly: false } });
    const after = await office.incident(held.id);
    expect(after).toMatchObject({ level: 'I', clockStartAt: held.clockStartAt, facts: { deaths: { value: 35 } } });
    expect(after.clocks.map((clock) => clock.id)).toEqual(held.clocks.map((clock) => clock.id));
    const again = await office.post<StoryView>(`/stories/${doubtful}/join`, { into: main, reason });
    expect(again).toMatchObject({ status: 200, body: { id: main, articleCount: 2 } });
    expect((await kindsOf(held.id)).filter((kind) => kind === 'story.joined')).toHaveLength(1);
    expect(await office.get<StoryView>(`/stories/${doubtful}`)).toMatchObject({ mergedInto: main, articleCount: 0 });
  });

  it('splits off what was possibly the same: its own case, from its own start', async () => {
    await reads('云南一煤矿爆炸致11人死亡', { publishedAt: await ago(3) });
    await reads('云南曲靖一化工厂爆炸致14人死亡', { publishedAt: await ago(1) });
    const held = await caseOf('云南一煤矿');
    const doubtful = onlyStory(held, true);
    const split = await office.post<StoryView>(`/stories/${doubtful}/split`, { reason });
    expect(split.status).toBe(200);
    expect(split.body).toMatchObject({ id: doubtful, possibly: false, incident: { status: 'provisional' } });
    const own = await caseOf('曲靖');
    expect(own.id).not.toBe(held.id);
    expect(own).toMatchObject({ level: 'II', clockStartAt: own.firstPublishedAt });
    const again = await office.post<StoryView>(`/stories/${doubtful}/split`, { reason });
    expect(again.body.incident?.id).toBe(own.id);
    await reads('云南曲靖化工厂爆炸死亡人数升至15人');
    expect((await office.incident(own.id)).facts.deaths?.value).toBe(15);
    expect((await office.incident(held.id)).facts.deaths?.value).toBe(11);
  });

  it('parts articles off, and the machine never puts them back', async () => {
    await reads('江西上饶一商场火灾致11人死亡', { publishedAt: await ago(2) });
    await reads('江西上饶商场火灾致11人死亡 伤者已送医', { source: 'forum', publishedAt: await ago(1) });
    const held = await caseOf('上饶');
    const story = onlyStory(held);
    const moved = held.articles.find((article) => article.sourceId === 'forum')?.id ?? '';
    const wish = { articleIds: [moved], reason };
    const split = await office.post<StoryView>(`/stories/${story}/split`, wish);
    expect(split.status).toBe(200);
    expect(split.body.id).not.toBe(story);
    expect(split.body.articles.map((article) => article.id)).toEqual([moved]);
    expect((await office.post<StoryView>(`/stories/${story}/split`, wish)).body.id).toBe(split.body.id);
    await reads('江西上饶商场火灾致11人死亡 伤者已送医院救治');
    expect(await office.get<StoryView>(`/stories/${split.body.id}`)).toMatchObject({ mergedInto: null });
    expect(await office.get<StoryView>(`/stories/${story}`)).toMatchObject({ mergedInto: null });
    const all = held.articles.map((article) => article.id).filter((id) => id !== moved);
    expect((await office.post(`/stories/${story}/split`, { articleIds: [moved, ...all], reason })).status).toBe(409);
  });

  it('names each part after the first of its own articles', async () => {
    const [first, second] = ['贵州六盘水一酒店火灾致11人死亡', '贵州六盘水酒店火灾致11人死亡 原因正在调查'];
    await reads(first, { publishedAt: await ago(2) });
    await reads(second, { source: 'forum', publishedAt: await ago(1) });
    const held = await caseOf('六盘水');
    const story = onlyStory(held);
    const moved = held.articles.find((article) => article.title === first)?.id ?? '';
    const split = await office.post<StoryView>(`/stories/${story}/split`, { articleIds: [moved], reason });
    expect(split.body.title).toBe(first);
    expect(await office.get<StoryView>(`/stories/${story}`)).toMatchObject({ title: second });
  });

  it('merges two cases: the earlier start is kept, the other’s duties end, told thresholds are not told again', async () => {
    await reads('河南洛阳一工厂火灾致12人死亡', { publishedAt: await ago(4) });
    await office.sweeps();
    await reads('陕西渭南一学校火灾致13人死亡', { publishedAt: await ago(1) });
    await office.sweeps();
    const [early, late] = [await caseOf('洛阳'), await caseOf('渭南')];
    const merged = await office.post<IncidentView>(`/incidents/${early.id}/merge`, { into: late.id, reason });
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({
      id: late.id,
      clockStartAt: early.clockStartAt,
      facts: { deaths: { value: 13 } },
    });
    expect(merged.body.stories).toHaveLength(2);
    expect(merged.body.clocks.map((clock) => clock.startAt)).toEqual([early.clockStartAt, early.clockStartAt]);
    expect(merged.body.clocks.map((clock) => clock.dueAt)).toEqual(early.clocks.map((clock) => clock.dueAt));
    expect(merged.body.clocks.map((clock) => clock.id)).toEqual(late.clocks.map((clock) => clock.id));
    const gone = await office.incident(early.id);
    expect(gone).toMatchObject({ status: 'dismissed', mergedInto: late.id, stories: [] });
    expect(gone.clocks.map((clock) => clock.state)).toEqual(['waived', 'waived']);
    await office.sweeps();
    const alerts = await office.db.query<{ key: string; n: number }[]>(
      `select key, count(*)::int as n from deadline_alert a join incident_clock c on c.id = a.clock_id
       where c.incident_id = $1 and c.kind = 'statement_5h' group by key order by key`,
      [late.id],
    );
    expect(alerts.filter(({ n }) => n > 1)).toEqual([]);
    expect(alerts.map(({ key }) => key)).toEqual(expect.arrayContaining(['opened', 'half', 'minutes_60']));
    const again = await office.post<IncidentView>(`/incidents/${early.id}/merge`, { into: late.id, reason });
    expect(again).toMatchObject({ status: 200, body: { id: late.id, version: merged.body.version } });
    expect((await kindsOf(late.id)).filter((kind) => kind === 'incident.merged')).toHaveLength(1);
    const { rows } = await office.get<{ rows: { incidentId: string; dueAt: string }[] }>('/reports/response-times');
    const due = rows.filter((row) => row.incidentId === late.id).map((row) => row.dueAt);
    expect(due.sort()).toEqual(merged.body.clocks.map((clock) => clock.dueAt).sort());
  });

  it('refuses to join the stories of two open cases, or a case into itself', async () => {
    await reads('广西柳州一工厂火灾致12人死亡');
    await reads('海南三亚一商场火灾致13人死亡');
    const [a, b] = [await caseOf('柳州'), await caseOf('三亚')];
    const refused = await office.post(`/stories/${onlyStory(a)}/join`, { into: onlyStory(b), reason });
    expect(refused.status).toBe(409);
    expect((await office.post(`/incidents/${a.id}/merge`, { into: a.id, reason })).status).toBe(422);
    await office.post(`/incidents/${b.id}/dismiss`, { reason });
    expect((await office.post(`/incidents/${a.id}/merge`, { into: b.id, reason })).status).toBe(409);
  });

  it('a figure decided by a person stands, until something new is said', async () => {
    await reads('宁夏银川一工厂火灾致17人死亡', { publishedAt: await ago(5) });
    const held = await caseOf('银川');
    const story = onlyStory(held);
    const wish = { metric: 'deaths', value: 12, reason: '医院名单核对' };
    const half = await office.post<Problem>(`/stories/${story}/figures`, { ...wish, value: 3.7 });
    expect(half).toMatchObject({ status: 400, body: { faults: [{ path: 'value' }] } });
    const loss = { metric: 'economicLossYuan', value: 1_200_000.5, reason: wish.reason };
    expect((await office.post(`/stories/${story}/figures`, loss)).status).toBe(200);
    const stated = await office.post<StoryView>(`/stories/${story}/figures`, wish);
    expect(stated.body.figures.deaths).toMatchObject({ stands: { value: 12, articleId: null }, why: 'person' });
    await office.post(`/stories/${story}/figures`, wish);
    expect((await kindsOf(held.id)).filter((kind) => kind === 'story.figure_stated')).toHaveLength(2);
    await reads('宁夏银川工厂火灾致17人死亡 搜救结束');
    expect(await office.incident(held.id)).toMatchObject({ level: 'II', facts: { deaths: { value: 12 } } });
    await reads('宁夏银川工厂火灾死亡人数升至18人');
    expect((await office.incident(held.id)).facts.deaths?.value).toBe(18);
  });

  it('sets a story aside with a disposition; more of the same does not bring it back', async () => {
    const title = '国家广播电视总局回应某卫视综艺节目低俗被观众举报';
    await reads(title);
    const inTriage = async () =>
      (await office.get<{ items: StoryLine[] }>('/stories?lane=triage')).items.find((line) => line.title === title);
    const line = await inTriage();
    const wish = { disposition: 'MONITOR_ONLY', reason: '热度低,持续关注' };
    const aside = await office.post<StoryView>(`/stories/${line?.id}/set-aside`, wish);
    expect(aside).toMatchObject({ status: 200, body: { lane: null, disposition: 'MONITOR_ONLY', setAside: wish } });
    await office.post(`/stories/${line?.id}/set-aside`, wish);
    await reads(title, { source: 'forum' });
    expect(await inTriage()).toBeUndefined();
    expect(await office.get<StoryView>(`/stories/${line?.id}`)).toMatchObject({ articleCount: 2 });
    expect((await office.journal()).filter((row) => row.kind === 'story.set_aside')).toHaveLength(1);
    const held = await caseOf('银川');
    expect((await office.post(`/stories/${onlyStory(held)}/set-aside`, wish)).status).toBe(409);
  });

  it('is the press office’s alone', async () => {
    const bureau = await office.employs('reader', 'leadership');
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const path of [`/stories/${nobody}/join`, `/stories/${nobody}/split`, `/incidents/${nobody}/merge`]) {
      expect((await office.post(path, { into: nobody, reason }, bureau)).status).toBe(403);
    }
  });
});
