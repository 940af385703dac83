import type { StoryLine, StoryView } from '../src/contract/story.js';
import { Office } from './support/office.js';

/** What people see of a story: criticism waits in triage, figures keep their history, reprints count as one voice. */
describe('a story', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'office' });
    await office.db.query(
      `insert into source (id, name, url, tier, family, origin) values
         ('xhw', '新华网', 'http://xhw.test/', 'regular', 'xhw', 'api'),
         ('xhapp', '新华社客户端', 'http://xhapp.test/', 'regular', 'xhapp', 'api'),
         ('paper', '城市晚报', 'http://paper.test/', 'regular', 'paper', 'api')`,
    );
  });
  afterAll(() => office.close());

  interface Told {
    text?: string;
    source?: string;
    publishedAt?: Date;
  }
  async function reads(title: string, more: Told = {}): Promise<void> {
    await office.publishes({ title, ...more });
    await office.judges();
  }
  const triage = async () => (await office.get<{ items: StoryLine[] }>('/stories?lane=triage')).items;
  const inTriage = async (word: string) => (await triage()).filter((line) => line.title.includes(word));
  const ago = async (hours: number) => new Date((await office.clock.now()).getTime() - hours * 3_600_000);

  it('criticism of the office’s field begins a story that waits in triage, once, and starts no clock', async () => {
    const title = '国家广播电视总局回应某卫视综艺节目低俗被观众举报';
    await reads(title);
    await reads(title, { source: 'forum' });
    const [line, ...more] = await inTriage('综艺节目低俗');
    expect(more).toEqual([]);
    expect(line).toMatchObject({ lane: 'triage', level: null, articleCount: 2, families: 2 });
    expect(line?.lead).not.toBeNull();
    expect(await office.incidents()).toEqual([]);
    const rows = (await office.journal()).filter((row) => row.kind === 'story.triage');
    expect(rows).toHaveLength(1);
  });

  it('a person decides that it must be answered: 48 hours from the first publication', async () => {
    const [line] = await inTriage('综艺节目低俗');
    const accepted = await office.post<{ clocks: { kind: string; startAt: string }[]; level: string | null }>(
      `/stories/${line?.id}/concerns-us`,
      { reason: '需回应' },
    );
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({ level: null });
    expect(accepted.body.clocks.map(({ kind, startAt }) => ({ kind, startAt }))).toEqual([
      { kind: 'other_48h', startAt: line?.firstPublishedAt },
    ]);
    expect(await inTriage('综艺节目低俗')).toEqual([]);
  });

  it('what is neither a happening nor the office’s matter joins nothing', async () => {
    await reads('周末天气晴好 市民出游');
    const [article] = await office.db.query<{ story_id: string | null }[]>(
      `select story_id from article where title like '周末天气%'`,
    );
    expect(article?.story_id).toBeNull();
  });

  it('keeps the history of its figures, with conflicts and the reason of what stands', async () => {
    await reads('某影城电影院火灾已致3人死亡 湖南常德', { publishedAt: await ago(20) });
    await reads('湖南常德电影院火灾死亡人数升至7人', { publishedAt: await ago(15) });
    await reads('湖南常德电影院火灾致5人死亡', { source: 'paper', publishedAt: await ago(5) });
    const [line] = await inTriage('常德');
    const view = await office.get<StoryView>(`/stories/${line?.id}`);
    expect(view.articleCount).toBe(3);
    expect(view.figures.deaths?.steps.map((step) => step.value)).toEqual([3, 7, 5]);
    expect(view.figures.deaths).toMatchObject({ stands: { value: 7, source: '测试通讯社' }, why: 'greater' });
    expect(view.figures.deaths?.conflicts).toMatchObject([
      { kind: 'fallen', earlier: { value: 7 }, later: { value: 5, source: '城市晚报' } },
    ]);
    expect(view.figures.missing).toBeNull();
    expect(view.articles.map((article) => article.phase)).toContain('update');
  });

  it('counts families and original sources, not reprints', async () => {
    const title = '国家版权局通报一批网络小说盗版案件引发作者质疑';
    await reads(title, { source: 'xhw', publishedAt: await ago(3) });
    await reads(title, { source: 'xhapp', publishedAt: await ago(2) });
    await reads(title, { source: 'paper', text: '来源：新华社 正文。', publishedAt: await ago(1) });
    const [line] = await inTriage('网络小说盗版');
    expect(line).toMatchObject({ articleCount: 3, families: 2 });
    const view = await office.get<StoryView>(`/stories/${line?.id}`);
    expect(view.publishers).toMatchObject([
      { id: 'xinhua', class: 'central', articles: 2, originals: 3 },
      { id: 'paper', name: '城市晚报', class: null, articles: 1, originals: 0 },
    ]);
    expect(view.opinion).toMatchObject({ families: 2, originals: 1, articles: 3 });
    expect(view.opinion.parts.map((part) => part.part)).toEqual(['spread', 'authority', 'sensitivity', 'negativity']);
    expect(view.heat.map(({ hours, articles }) => ({ hours, articles }))).toEqual([
      ...[1, 1, 1].map((articles) => ({ hours: 1, articles })),
    ]);
    expect(view.articles.map((article) => article.origin?.id ?? null)).toEqual([null, null, 'xinhua']);
  });
});
