import type { ArticlePage, IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

/** What was reported of a case is read page by page, however much it is. */
describe('the articles of a case', () => {
  let office: Office;
  let view: IncidentView;
  beforeAll(async () => {
    office = await Office.open();
    const text = '今天，甲省乙市一影院发生火灾，已致12人遇难。';
    await office.publishes({ title: '甲省乙市影院火灾 已致12人遇难', text });
    await office.judges();
    const [line] = await office.incidents();
    const [story] = await office.db.query<{ id: string }[]>('select id from story where incident_id = $1', [line?.id]);
    // Several at one instant, several without a time of their own.
    await office.db.query(
      `insert into article (source_id, item_key, title, text, published_at, published_note, story_id)
       select 'agency', 'more' || n, '续报' || n, '',
         case when n % 9 <> 0 then app_now() + make_interval(mins => n / 4) end, 'stated', $1::uuid
       from generate_series(1, 44) n`,
      [story?.id],
    );
    view = await office.get<IncidentView>(`/incidents/${line?.id}`);
  });
  afterAll(() => office.close());

  const page = (query: string) => office.get<ArticlePage>(`/incidents/${view.id}/articles?${query}`);

  test('the first ones come with the case, the others behind them, none missing and none twice', async () => {
    expect(view.articles).toHaveLength(20);
    const seen = view.articles.map(({ id }) => id);
    for (let after = view.nextArticles; after !== null;) {
      const { items, next }: ArticlePage = await page(`after=${after}&limit=7`);
      seen.push(...items.map(({ id }) => id));
      after = next;
    }
    const kept = await office.db.query<{ id: string }[]>(
      'select id from article where story_id is not null order by published_at nulls last, fetched_at, id',
    );
    expect(kept).toHaveLength(45);
    expect(seen).toEqual(kept.map(({ id }) => id));
    expect((await page('limit=200')).next).toBeNull();
  });

  test('whoever may not see the case is told of none', async () => {
    const other = await office.employs('import', 'bureau_officer', 'IMPORT');
    const answer = await office.fetch(`/incidents/${view.id}/articles`, other);
    expect(answer.status).toBe(404);
  });
});
