import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { ArticleAssessor } from '../src/assessment/article-assessor.js';
import { databaseOptions } from '../src/database/database.module.js';
import { JudgingService } from '../src/judging/judging.service.js';
import { loadSettings } from '../src/settings/settings.js';
import { Office } from './support/office.js';

/** A crossed line raises the level, alerts and starts clocks at once, from the same start, and each rise is told exactly once. */
describe('upgrade', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  async function reads(title: string, more: { source?: string; publishedAt?: Date } = {}): Promise<void> {
    await office.publishes({ title, ...more });
    await office.judges();
    await office.sweeps();
  }
  const caseOf = async (word: string) => (await office.incidents(200)).find((line) => line.title.includes(word));

  /** Keys of the alerts of a case, in the order of their versions. */
  async function alertsOf(word: string): Promise<string[]> {
    const rows = await office.db.query<{ key: string }[]>(
      `select a.key from deadline_alert a join incident_clock c on c.id = a.clock_id join incident i on i.id = c.incident_id
       where i.title like '%' || $1 || '%' order by a.detected_at, a.version, a.key`,
      [word],
    );
    return rows.map((row) => row.key);
  }

  it('from III to II to I, always from the first report’s start, at any hour', async () => {
    const first = await office.clock.now();
    await reads('四川绵阳一工地发生坍塌 已致9人死亡', { publishedAt: first });
    expect(await caseOf('绵阳')).toBeUndefined();
    await office.clock.forward({ hours: 1 });
    await reads('四川绵阳工地坍塌死亡人数升至10人');
    const opened = await caseOf('绵阳');
    expect(opened).toMatchObject({ level: 'II', clockStartAt: first.toISOString() });
    expect(opened?.clocks.map((clock) => clock.startAt)).toEqual([first.toISOString(), first.toISOString()]);
    await office.clock.forward({ minutes: 30 });
    await reads('四川绵阳工地坍塌死亡人数升至30人');
    const raised = await caseOf('绵阳');
    expect(raised).toMatchObject({ id: opened?.id, level: 'I', clockStartAt: first.toISOString() });
    expect(raised?.clocks.map((clock) => clock.dueAt)).toEqual(opened?.clocks.map((clock) => clock.dueAt));
    expect(await alertsOf('绵阳')).toEqual(expect.arrayContaining(['opened', 'raised_I']));
  });

  it('a figure that falls and rises again neither doubles an alert nor loses one', async () => {
    await reads('江苏徐州一工厂爆炸已致30人死亡');
    await reads('江苏徐州工厂爆炸死亡人数核减为28人');
    await reads('江苏徐州工厂爆炸死亡人数升至31人');
    expect((await alertsOf('徐州')).filter((key) => key.startsWith('raised'))).toEqual([]);
    const line = await caseOf('徐州');
    expect(line).toMatchObject({ level: 'I' });
    await office.post(`/incidents/${line?.id}/grade`, { level: 'III', reason: '数字存疑' });
    await office.post(`/incidents/${line?.id}/grade`, { level: 'II', reason: '已核实为重大' });
    await office.sweeps();
    await office.sweeps();
    expect((await alertsOf('徐州')).filter((key) => key.startsWith('raised'))).toEqual(['raised_II']);
    await office.post(`/incidents/${line?.id}/grade`, { level: 'I', reason: '又有伤者死亡' });
    await office.sweeps();
    expect((await alertsOf('徐州')).filter((key) => key.startsWith('raised'))).toEqual(['raised_II', 'raised_I']);
    const after = await caseOf('徐州');
    const running = after?.clocks.filter((clock) => clock.state === 'running').map((clock) => clock.kind);
    expect(running?.sort()).toEqual(['press_conference_24h', 'statement_5h']);
    expect(after?.clocks.every((clock) => clock.startAt === line?.clockStartAt)).toBe(true);
  });

  it('tells a rise although every duty is answered', async () => {
    await reads('山东日照一化工厂爆炸已致12人死亡');
    const line = await caseOf('日照');
    const at = (await office.clock.now()).toISOString();
    await office.post(`/incidents/${line?.id}/confirm`, {});
    const url = 'https://www.office.test/1';
    await office.post(`/incidents/${line?.id}/statements`, { channel: 'website', url, publishedAt: at });
    await office.post(`/incidents/${line?.id}/press-conferences`, { startedAt: at, place: '新闻发布厅' });
    await reads('山东日照化工厂爆炸死亡人数升至31人');
    expect(await caseOf('日照')).toMatchObject({ level: 'I' });
    expect((await alertsOf('日照')).filter((key) => key.startsWith('raised'))).toEqual(['raised_I']);
  });

  it('two workers at once open one case and tell one rise', async () => {
    const { entities } = office.db.options;
    const other = await new DataSource({ ...databaseOptions(office.database.url), entities }).initialize();
    try {
      await reads('河北沧州一煤矿事故致12人死亡');
      for (const deaths of [31, 32, 33, 34])
        await office.publishes({ title: `河北沧州煤矿事故死亡人数升至${deaths}人` });
      const settings = loadSettings(
        { DATABASE_URL: office.database.url, LOG_LEVEL: 'silent' },
        resolve(__dirname, '..'),
      );
      const beside = new JudgingService(other, settings, office.part(ArticleAssessor));
      await Promise.all([office.judges(), beside.judgeAll(), office.judges(), beside.judgeAll()]);
      await Promise.all([office.sweeps(), office.sweeps()]);
      expect((await office.incidents(200)).filter((one) => one.title.includes('沧州'))).toHaveLength(1);
      expect((await alertsOf('沧州')).filter((key) => key.startsWith('raised'))).toEqual(['raised_I']);
    } finally {
      await other.destroy();
    }
  });
});
