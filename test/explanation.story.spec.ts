import type { ArticleExplanation } from '../src/contract/explanation.js';
import type { ArchivePage } from '../src/contract/archive.js';
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

  test('is for those who may read the archive', async () => {
    const liaison = await office.employs('film-liaison', 'bureau', 'FILM');
    expect((await office.fetch(`/articles/${id}/explanation`, liaison)).status).toBe(403);
  });
});
