import type { StoryView } from '../src/contract/story.js';
import { Office } from './support/office.js';

/** A happening of many dead is another field's matter until a report says where it began: then the clocks run, from its own start. */
describe('what turns out to be the office’s matter', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'office' });
  });
  afterAll(() => office.close());

  async function reads(title: string, publishedAt?: Date): Promise<void> {
    await office.publishes({ title, ...(publishedAt && { publishedAt }) });
    await office.judges();
  }
  const ago = async (hours: number) => new Date((await office.clock.now()).getTime() - hours * 3_600_000);
  const caseOf = async (word: string) => (await office.incidents(200)).find((line) => line.title.includes(word));
  const laneOf = async (word: string) =>
    (
      await office.db.query<{ id: string; lane: string | null }[]>(
        `select id, lane from story where title like '%' || $1 || '%' order by detected_at, id`,
        [word],
      )
    )[0];

  it('opens its case when a later report without figures says so', async () => {
    const first = await ago(2);
    await reads('浙江宁波一商场火灾致12人死亡', first);
    expect(await caseOf('宁波')).toBeUndefined();
    expect(await laneOf('宁波')).toMatchObject({ lane: 'national' });
    await reads('浙江宁波商场火灾最初从三楼电影院放映厅烧起');
    const opened = await caseOf('宁波');
    expect(opened).toMatchObject({ level: 'II', status: 'provisional', clockStartAt: first.toISOString() });
    expect(opened?.clocks.map((clock) => clock.state)).toEqual(['running', 'running']);
    expect(await laneOf('宁波')).toMatchObject({ lane: null });
  });

  it('stays where it is when a person has set it aside', async () => {
    await reads('浙江温州一商场火灾致12人死亡');
    const story = await laneOf('温州');
    const aside = await office.post(`/stories/${story?.id}/set-aside`, {
      reason: '他部门处置',
      disposition: 'MONITOR_ONLY',
    });
    expect(aside.status).toBe(200);
    await reads('浙江温州商场火灾最初从三楼电影院放映厅烧起');
    expect(await caseOf('温州')).toBeUndefined();
  });

  it('opens nothing by a report that tells of no happening', async () => {
    await reads('浙江绍兴一商场火灾致12人死亡');
    await reads('浙江绍兴商场火灾后 电影院放映厅开展消防演练');
    expect(await caseOf('绍兴')).toBeUndefined();
  });

  it('opens nothing when it is old news', async () => {
    await reads('浙江嘉兴一商场火灾致12人死亡', await ago(100));
    await reads('浙江嘉兴商场火灾最初从三楼电影院放映厅烧起', await ago(99));
    expect(await caseOf('嘉兴')).toBeUndefined();
    expect(await office.get<StoryView>(`/stories/${(await laneOf('嘉兴'))?.id}`)).toMatchObject({ incident: null });
  });
});
