import type { IncidentView } from '../src/contract/incident.js';
import type { StoryView } from '../src/contract/story.js';
import { Office } from './support/office.js';

const reason = '人工核实';

/** Whatever comes together, by the machine or by people, in whatever order: no alert and no duty gets lost in between. */
describe('nothing is lost', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  async function reads(title: string, more: { text?: string; publishedAt?: Date } = {}): Promise<void> {
    await office.publishes({ title, ...more });
    await office.judges();
  }
  const ago = async (hours: number) => new Date((await office.clock.now()).getTime() - hours * 3_600_000);
  const caseOf = async (word: string): Promise<IncidentView> => {
    const line = (await office.incidents(200)).find((one) => one.title.includes(word));
    if (!line) throw new Error(`no case of ${word}`);
    return office.incident(line.id);
  };
  const onlyStory = (view: IncidentView, possibly = false) =>
    view.stories.find((story) => story.possibly === possibly)?.id ?? '';
  const storyOf = async (title: string) =>
    (await office.db.query<{ id: string }[]>('select id from story where title = $1', [title]))[0]?.id ?? '';
  const statesOf = ({ clocks }: IncidentView) => clocks.map((clock) => clock.state);

  it('grave casualties without a number start the clocks also after a small figure', async () => {
    await reads('四川成都一工地发生坍塌 已致1人死亡');
    await reads('四川成都工地坍塌造成重大人员伤亡');
    const opened = await caseOf('成都');
    expect(opened).toMatchObject({ level: 'II', basis: 'REFERENCE', levelReason: { ruleId: null } });
    expect(statesOf(opened)).toEqual(['running', 'running']);
  });

  it('the office’s own table, not adopted, ends no duty that a law began', async () => {
    await reads('央视一频道播出中断', { text: '中央电视台一频道昨晚播出中断。' });
    const title = '央视一频道播出中断 机房火灾致11人死亡';
    await reads(title, { text: '中央电视台一频道昨晚播出中断,机房火灾致11人死亡。' });
    const opened = await caseOf('央视一频道');
    const aside = await storyOf('央视一频道播出中断');
    const joined = await office.post(`/stories/${aside}/join`, { into: onlyStory(opened), reason });
    expect(joined.status).toBe(200);
    const after = await office.incident(opened.id);
    expect(after).toMatchObject({ level: 'II', basis: 'STATUTORY' });
    expect(statesOf(after)).toEqual(['running', 'running']);
  });

  it('joined into the story of a dismissed case, the open case goes on with both', async () => {
    await reads('广西柳州一工厂火灾致12人死亡');
    await reads('海南三亚一商场火灾致13人死亡');
    const [open, over] = [await caseOf('柳州'), await caseOf('三亚')];
    await office.post(`/incidents/${over.id}/dismiss`, { reason });
    const into = onlyStory(over);
    const joined = await office.post<StoryView>(`/stories/${onlyStory(open)}/join`, { into, reason });
    expect(joined).toMatchObject({ status: 200, body: { id: into, incident: { id: open.id } } });
    expect((await office.incident(open.id)).stories).toMatchObject([{ id: into }]);
    await reads('广西柳州工厂火灾死亡人数升至31人');
    expect(await caseOf('柳州')).toMatchObject({ level: 'I' });
  });

  it('what was only possibly the same raises its case when it is joined, into whichever story', async () => {
    await reads('湖南一烟花厂爆炸致12人死亡');
    await reads('湖南永州一化工厂爆炸致35人死亡');
    await reads('湖南郴州一化工厂爆炸致2人死亡');
    const held = await caseOf('湖南一烟花厂');
    await office.post(`/stories/${onlyStory(held, true)}/join`, {
      into: await storyOf('湖南郴州一化工厂爆炸致2人死亡'),
      reason,
    });
    expect(await office.incident(held.id)).toMatchObject({ level: 'I' });
  });

  it('what was possibly the same as two cases, joined, stands by itself', async () => {
    await reads('云南一煤矿爆炸致11人死亡');
    await reads('云南曲靖一化工厂爆炸致14人死亡');
    await reads('江西一煤矿爆炸致12人死亡');
    await reads('江西九江一化工厂爆炸致35人死亡');
    const [one, other] = [await caseOf('云南一煤矿'), await caseOf('江西一煤矿')];
    const into = onlyStory(other, true);
    const joined = await office.post<StoryView>(`/stories/${onlyStory(one, true)}/join`, { into, reason });
    expect(joined).toMatchObject({ status: 200, body: { id: into, possibly: false, incident: { level: 'I' } } });
    expect([one.id, other.id]).not.toContain(joined.body.incident?.id);
  });

  it('merged within the wait for a confirmation, a rise is still told to the others', async () => {
    await reads('河南洛阳一工厂火灾致12人死亡', { publishedAt: await ago(4) });
    await reads('陕西渭南一学校火灾致13人死亡', { publishedAt: await ago(1) });
    await office.passes({ minutes: 15 });
    await reads('陕西渭南学校火灾死亡人数升至33人');
    await office.sweeps();
    const [early, late] = [await caseOf('洛阳'), await caseOf('渭南')];
    await office.post(`/incidents/${early.id}/merge`, { into: late.id, reason });
    await office.passes({ minutes: 15 });
    const told = await office.db.query<{ key: string }[]>(
      `select a.key from deadline_alert a join incident_clock c on c.id = a.clock_id
       where c.incident_id = $1 and a.key like 'raised%' order by a.key`,
      [late.id],
    );
    expect(told.map(({ key }) => key)).toEqual(['raised_I', 'raised_I_held']);
  });

  it('merged into a case that nobody has confirmed, a confirmed level stays confirmed', async () => {
    await reads('甘肃兰州一工厂火灾致12人死亡', { publishedAt: await ago(4) });
    await reads('青海西宁一学校火灾致13人死亡', { publishedAt: await ago(1) });
    const [sure, other] = [await caseOf('兰州'), await caseOf('西宁')];
    await office.post(`/incidents/${sure.id}/confirm`, {});
    const merged = await office.post<IncidentView>(`/incidents/${sure.id}/merge`, { into: other.id, reason });
    expect(merged.body).toMatchObject({ status: 'confirmed', level: 'II' });
  });

  it('a case whose duties are answered takes in no alert that is only possibly the same', async () => {
    await reads('湖北一鞭炮厂爆炸致12人死亡');
    const done = await caseOf('鞭炮厂');
    const at = (await office.clock.now()).toISOString();
    const url = 'https://example.com/1';
    await office.post(`/incidents/${done.id}/statements`, { channel: 'website', url, publishedAt: at });
    await office.post(`/incidents/${done.id}/press-conferences`, { startedAt: at, place: '一楼' });
    expect(statesOf(await office.incident(done.id))).toEqual(['met', 'met']);
    await office.clock.forward({ hours: 40 });
    await reads('湖北荆门一化工厂爆炸致35人死亡');
    expect(statesOf(await caseOf('荆门'))).toEqual(['running', 'running']);
  });

  it('the machine’s joining does not overrule a person’s grade', async () => {
    await reads('浙江衢州常山县青石镇古桥垮塌');
    await office.clock.forward({ minutes: 10 });
    await reads('浙江一施工队百年拱券修缮脚手架倒塌致12人死亡');
    const graded = await caseOf('百年拱券');
    await office.post(`/incidents/${graded.id}/grade`, { level: 'III', reason });
    await office.clock.forward({ minutes: 10 });
    await reads('浙江衢州常山县青石镇古桥百年拱券修缮脚手架倒塌致12人死亡');
    const after = await office.incident(graded.id);
    expect(after.stories.map(({ title }) => title)).toEqual(['浙江衢州常山县青石镇古桥垮塌']);
    expect(after).toMatchObject({ level: 'III' });
  });
});
