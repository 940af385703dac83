import { ArticleAssessor } from '../src/assessment/article-assessor.js';
import { databaseNow } from '../src/database/time.js';
import { Settings } from '../src/settings/settings.js';
import { rebuildStory } from '../src/stories/rebuild.js';
import { Office } from './support/office.js';

const TEXT = `据云杉县消防救援大队通报,${'现场处置仍在进行。'.repeat(40)}`;

/** A story made anew from its stored articles is what it was when they came, however few are held at once. */
describe('a story made anew', () => {
  let office: Office;
  let storyId = '';
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    for (const [n, source] of ['agency', 'forum', 'agency', 'forum', 'agency'].entries()) {
      await office.publishes({ title: `湖北武汉商场火灾已致${11 + n}人死亡`, text: TEXT, source });
      await office.judges();
    }
    const stories = await office.db.query<{ id: string }[]>('select id from story where article_count = 5');
    storyId = stories[0]?.id ?? '';
  });
  afterAll(() => office.close());

  const stored = async () =>
    (
      await office.db.query<unknown[]>(
        'select signature, verdict, level, basis, article_count, first_published_at, detected_at from story where id = $1',
        [storyId],
      )
    )[0];

  /** @returns the largest number of articles that one answer held, and the longest text among them */
  const rebuilds = (page: number): Promise<{ rows: number; text: number }> =>
    office.db.transaction(async (tx) => {
      let [rows, text] = [0, 0];
      const query = tx.query.bind(tx);
      tx.query = async <T>(sql: string, values?: unknown[]): Promise<T> => {
        const answer = await query<T>(sql, values);
        const told = (Array.isArray(answer) ? answer : []) as ({ judgement?: unknown; text?: string } | number)[];
        const texts = told.flatMap((row) => (typeof row === 'object' && row.judgement ? (row.text?.length ?? 0) : []));
        rows = Math.max(rows, texts.length);
        text = Math.max(text, ...texts);
        return answer;
      };
      const by = { assessor: office.part(ArticleAssessor), rules: office.part(Settings).rules };
      await rebuildStory(tx, by, storyId, await databaseNow(tx), page);
      return { rows, text };
    });

  it('is the same, with two articles held at once and none of their text', async () => {
    const before = await stored();
    expect(before).toMatchObject({ verdict: { facts: { deaths: { value: 15, weight: 2 } } }, article_count: 5 });
    expect(await rebuilds(2)).toEqual({ rows: 2, text: 0 });
    expect(await stored()).toEqual(before);
  });

  it('reads the text of articles that an older release kept without their publisher', async () => {
    const before = await stored();
    await office.db.query('update article set publisher = null, origin = null where story_id = $1', [storyId]);
    expect((await rebuilds(2)).text).toBe(TEXT.length);
    expect(await stored()).toEqual(before);
  });
});
