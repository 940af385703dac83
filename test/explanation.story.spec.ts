import type { ArticleExplanation } from '../src/contract/explanation.js';
import type { ArchivePage } from '../src/contract/archive.js';
import { assessed } from './support/assessed.js';
import { Office } from './support/office.js';

const FIRE = { title: '甲省乙市一影院发生火灾 已致12人遇难', text: '今天，甲省乙市一影院发生火灾，已造成12人遇难。' };

/** Why an article was judged as it was, months later, in front of those who ask. */
describe('the explanation of a stored judgement', () => {
  let office: Office;
  let id: string;

  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    await office.publishes(FIRE);
    await office.judges();
    await office.indexes();
    id = (await office.get<ArchivePage>('/articles')).items[0]?.id ?? '';
  });
  afterAll(() => office.close());

  const told = (): Promise<ArticleExplanation> => office.get<ArticleExplanation>(`/articles/${id}/explanation`);

  test('is made again byte for byte by the rules that made it', async () => {
    const { explanation, presentVersion, sameWhenJudgedAgain, otherwise } = await told();
    expect(explanation?.version).toBe(presentVersion);
    expect(explanation?.level).toMatchObject({ answer: 'II', basis: 'STATUTORY' });
    expect([sameWhenJudgedAgain, otherwise]).toEqual([true, null]);
  });

  test('quotes the stored text', async () => {
    const { explanation, title, text } = await told();
    const { field, start, end } = explanation?.figures[0]?.rests ?? { field: 'title', start: 0, end: 0 };
    expect({ title, text }[field].slice(start, end)).toMatch(/12人/);
  });

  test('says when it was made by other rules, and what those of now would say', async () => {
    await office.db.query(
      `update article set judgement = jsonb_set(jsonb_set(judgement, '{version}', '"3-old"'), '{reading,level}', '"III"') where id = $1`,
      [id],
    );
    const { explanation, presentVersion, sameWhenJudgedAgain, otherwise } = await told();
    expect(explanation?.version).toBe('3-old');
    expect(presentVersion).not.toBe('3-old');
    expect(sameWhenJudgedAgain).toBe(false);
    expect(otherwise).toMatchObject({ questions: ['level'], stored: { level: 'III' }, now: { level: 'II' } });
  });

  test('reads what an older version stored, parts missing', async () => {
    await office.db.query(
      `update article set judgement = '{"reading": {"isIncident": true, "level": "II", "facts": {}}, "route": {}}' where id = $1`,
      [id],
    );
    expect((await told()).explanation).toMatchObject({ version: null, level: { answer: 'II' }, grades: [] });
  });

  test('is not there before the article was judged', async () => {
    await office.db.query('update article set judgement = null, judged_at = null where id = $1', [id]);
    expect(await told()).toMatchObject({ explanation: null, sameWhenJudgedAgain: null, judgedAt: null });
  });

  test('is for those who may read the archive, and for a bureau where the article is of one of its cases', async () => {
    const [line] = await office.incidents();
    const [own, other] = [
      await office.employs('own-liaison', 'bureau_officer', line?.lead ?? ''),
      await office.employs('other-liaison', 'bureau_officer', line?.lead === 'COPYRIGHT' ? 'FILM' : 'COPYRIGHT'),
    ];
    const answers = async (cookie: string) => (await office.fetch(`/articles/${id}/explanation`, cookie)).status;
    expect([await answers(own), await answers(other)]).toEqual([200, 404]);
    await assessed(office, line?.id ?? '');
    await office.post(`/incidents/${line?.id}/assign`, {
      lead: line?.lead,
      co: [line?.lead === 'COPYRIGHT' ? 'FILM' : 'COPYRIGHT'],
    });
    expect(await answers(other)).toBe(200);
    expect((await office.fetch(`/articles/${id}`, own)).status).toBe(403);
  });

  test('of an article of no case is told to no bureau', async () => {
    await office.publishes({ title: '某影院票价引发质疑' });
    await office.judges();
    const [article] = await office.db.query<{ id: string }[]>(`select id from article where title like '%票价%'`);
    const liaison = await office.employs('film-liaison', 'bureau_officer', 'FILM');
    expect((await office.fetch(`/articles/${article?.id}/explanation`, liaison)).status).toBe(404);
    expect((await office.fetch(`/articles/${article?.id}/explanation`)).status).toBe(200);
  });
});
