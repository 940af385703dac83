import { Office } from './support/office.js';

/** The title of a case states what stands, and a case of a happening never stands under the title of a complaint. */
describe('the title of a case', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  async function reads(title: string): Promise<void> {
    await office.publishes({ title });
    await office.judges();
  }
  const caseOf = async (word: string) => (await office.incidents(200)).find((line) => line.title.includes(word));

  it('follows the figure, and the journal tells from what', async () => {
    await reads('四川绵阳一工地发生坍塌 已致15人死亡');
    const opened = await caseOf('绵阳');
    await reads('四川绵阳工地坍塌死亡人数升至29人');
    expect(await caseOf('绵阳')).toMatchObject({ id: opened?.id, title: '四川绵阳工地坍塌死亡人数升至29人' });
    const rows = await office.db.query<{ data: object }[]>(
      `select body::jsonb -> 'data' as data from journal where kind = 'incident.retitled' and incident_id = $1`,
      [opened?.id],
    );
    expect(rows).toMatchObject([{ data: { from: opened?.title, title: '四川绵阳工地坍塌死亡人数升至29人' } }]);
  });

  it('is not that of talk about the same place', async () => {
    await reads('甘肃渭源县图书馆文旅广告塔违规播放广告 网友投诉广电局');
    await reads('甘肃渭源县图书馆文旅广告塔坍塌 已致12人死亡');
    const titles = (await office.incidents(200)).map((line) => line.title);
    expect(titles).toContain('甘肃渭源县图书馆文旅广告塔坍塌 已致12人死亡');
    const stories = await office.db.query<unknown[]>(
      `select distinct story_id from article where title like '%广告塔%' and story_id is not null`,
    );
    const joined = await office.db.query<unknown[]>(
      `select id from story where title like '%广告塔%' and article_count > 1`,
    );
    expect([stories.length > 0, joined]).toEqual([true, []]);
  });
});
