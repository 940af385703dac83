import { CurrentRules } from '../src/assessment/current-rules.js';
import { DecidedTitles } from '../src/assessment/decided-titles.js';
import { Office } from './support/office.js';

const DOUBTFUL = '村民围堵记者要求删除视频';

/** What the statistical second opinion may do: ask people, and learn from them. */
describe('the second opinion', () => {
  let office: Office;
  beforeAll(async () => (office = await Office.open({ jurisdiction: 'office' })));
  afterAll(() => office.close());

  const lanes = async () => office.db.query<{ title: string; lane: string | null }[]>('select title, lane from story');

  it('asks people about what the rules leave a little short of the office’s field', async () => {
    const { rules } = office.part(CurrentRules);
    expect(rules.training.version).not.toContain('+');
    await office.publishes({ title: DOUBTFUL });
    await office.publishes({ title: '市公园新增赏花步道' });
    await office.judges();
    expect(await lanes()).toEqual([{ title: DOUBTFUL, lane: 'triage' }]);
    expect(await office.incidents()).toEqual([]);
  });

  it('learns from what people set aside, once the decisions are read', async () => {
    await office.db.query(
      `update story set lane = null, set_aside_at = app_now(), set_aside_by = 'somebody', set_aside_reason = '无关' where title = $1`,
      [DOUBTFUL],
    );
    const learning = office.part(DecidedTitles);
    await learning.read();
    const learned = office.part(CurrentRules).rules;
    expect(learned.training.examples.NONE).toContain(DOUBTFUL);
    expect(learned.training.version).toMatch(/\+[0-9a-f]{8}$/);
    await learning.read();
    expect(office.part(CurrentRules).rules).toBe(learned);
    await office.publishes({ title: '村民围堵记者要求删除视频 后续' });
    await office.judges();
    expect((await lanes()).map(({ lane }) => lane)).toEqual([null]);
  });

  it('what is only watched may well be the office’s: that teaches nothing', async () => {
    await office.db.query(`update story set disposition = 'MONITOR_ONLY'`);
    await office.part(DecidedTitles).read();
    expect(office.part(CurrentRules).rules.training.version).not.toContain('+');
  });
});

const MISSED = '甘肃兰州一渡口平台突然下沉 无人员伤亡';

/** A happening that the rules missed: with the whole nation to watch, people are asked in the national lane. */
describe('the second opinion on happenings', () => {
  let office: Office;
  beforeAll(async () => (office = await Office.open({ jurisdiction: 'nation' })));
  afterAll(() => office.close());

  const lanes = () => office.db.query<{ title: string; lane: string | null }[]>('select title, lane from story');

  it('asks of what bears signs of one, and opens nothing', async () => {
    await office.publishes({ title: MISSED });
    await office.publishes({ title: '甘肃兰州举行应急演练 模拟平台下沉 无人员伤亡' });
    await office.judges();
    expect(await lanes()).toEqual([{ title: MISSED, lane: 'national' }]);
    expect(await office.incidents()).toEqual([]);
  });

  it('learns from cases that people confirm and dismiss; no level and no alert hangs on it', async () => {
    await office.publishes({ title: '湖南一烟花厂爆炸致12人死亡' });
    await office.publishes({ title: '陕西西安一化工厂爆炸致13人死亡' });
    await office.judges();
    const [one, other] = await office.incidents();
    await office.post(`/incidents/${one?.id}/confirm`, {});
    await office.post(`/incidents/${other?.id}/dismiss`, { reason: '查明为谣言' });
    await office.part(DecidedTitles).read();
    const { happenings } = office.part(CurrentRules).rules.training;
    expect(happenings.INCIDENT).toContain(one?.title);
    expect(happenings.OTHER).toContain(other?.title);
    await office.publishes({ title: '山西临汾一化工厂爆炸致14人死亡' });
    await office.judges();
    expect((await office.incidents()).find((line) => line.title.includes('临汾'))).toMatchObject({ level: 'II' });
  });
});
