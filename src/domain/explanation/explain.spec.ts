import { resolve } from 'node:path';
import { assessArticle, prepareAssessor } from '../../assessment/assess-article.js';
import { loadRules } from '../../settings/rules.js';
import type { ArticleText } from '../text/article-text.js';
import { canonicalJson } from './canonical-json.js';
import { explain } from './explain.js';
import type { Explanation, Judgement } from './explanation.js';
import { marksOf } from './marks.js';

const assessor = prepareAssessor(loadRules(resolve(__dirname, '../../../config')));
const AT = new Date('2026-11-20T04:00:00Z');

const judged = (article: ArticleText): Judgement =>
  JSON.parse(JSON.stringify(assessArticle(article, assessor))) as Judgement;

function explained(title: string, text = ''): Explanation {
  const article = { title, text, publishedAt: AT };
  return explain(judged(article), article, assessor.rules);
}

const FIRE = '甲省乙市一影院发生火灾 已致12人遇难';
const wordsOf = (rests: readonly { words: string }[]): string[] => rests.map(({ words }) => words);

describe('the explanation of a judgement', () => {
  test('names the figure, the row of the table and where both come from', () => {
    const { level, grades, figures, alert } = explained(FIRE);
    expect(level).toMatchObject({ answer: 'II', provisional: false });
    expect(grades.find(({ chosen }) => chosen)).toMatchObject({ level: 'II', figures: ['deaths'], verified: true });
    expect(grades.find(({ chosen }) => chosen)?.source).toMatch(/493/);
    expect(figures.map(({ name, value }) => [name, value])).toEqual([['deaths', 12]]);
    expect(alert).toEqual({
      answer: true,
      checks: ['happening', 'ours', 'current', 'serious', 'told'].map((check) => ({ check, holds: true })),
    });
  });

  test('quotes what stands in the article, letter by letter', () => {
    const article = { title: FIRE, text: '今天，甲省乙市一影院发生火灾，已造成１２人遇難。', publishedAt: AT };
    const marks = marksOf(explain(judged(article), article, assessor.rules));
    expect(marks.length).toBeGreaterThan(3);
    for (const { field, start, end, words } of marks) expect(article[field].slice(start, end)).toBe(words);
  });

  test('names the trap that vetoed, and what would be without it', () => {
    const { happening, trap, vetoes, wouldChange, alert } = explained(
      '某市举行影院火灾应急演练',
      '模拟影院起火造成12人遇难。',
    );
    expect([happening.answer, happening.because, alert.answer]).toEqual([false, 'trap', false]);
    expect(wordsOf(trap?.rests ?? [])).toContain('演练');
    expect(vetoes[0]).toMatchObject({ by: 'trap', what: 'drill' });
    expect(wouldChange.words[0]).toMatchObject({ without: 'trap', becomes: { isIncident: true } });
  });

  test('says of a matter abroad that it is no alert, and that it would be one here', () => {
    const { alert, vetoes, wouldChange } = explained('日本一影院发生火灾 已致12人遇难');
    expect(alert.checks).toContainEqual({ check: 'ours', holds: false });
    expect(wordsOf(vetoes.find(({ by }) => by === 'place')?.rests ?? [])).toEqual(['日本']);
    expect(wouldChange.words).toContainEqual(expect.objectContaining({ without: 'place' }));
  });

  test('gives of an ordinary report how far it is from the office’s field', () => {
    const { happening, scope, wouldChange } = explained('县图书馆新馆开馆', '首日接待读者两千人。');
    expect(happening).toMatchObject({ answer: false, because: 'no_words' });
    expect(scope.answer).toBe(false);
    expect(wouldChange.scope.missing).toBe(scope.line - scope.evidence);
  });

  test('says what the second opinion holds of a happening that the rules did not see, and nothing where it was not asked', () => {
    const { happening } = explained('甘肃兰州一渡口平台突然下沉 无人员伤亡');
    expect(happening).toMatchObject({ answer: false });
    expect(happening.vote).toBeGreaterThan(0.8);
    expect(explained('某影城火灾致3人死亡').happening.vote).toBeNull();
  });

  test('names rules, words and bureau of a matter of the office, and what takes it out', () => {
    const { scope, units, focus, wouldChange } = explained('国家电影局通报影院偷票房问题');
    expect(scope.answer).toBe(true);
    expect(units.lead).toBe('FILM');
    expect(units.scores[0]?.rests.length).toBeGreaterThan(0);
    expect(focus.length).toBeGreaterThan(0);
    expect(wouldChange.scope.steps.every(({ how }) => how === 'drop')).toBe(true);
  });

  test('tells how many more dead would make it graver, and how sure each figure is', () => {
    const { wouldChange, figures } = explained(FIRE);
    expect(wouldChange.lines).toContainEqual(
      expect.objectContaining({ figure: 'deaths', direction: 'graver', at: 30, distance: 18, level: 'I' }),
    );
    expect(figures[0]?.confidence).toBeGreaterThan(0.5);
  });

  test('names the document whose drafting bureau leads', () => {
    const [document] = assessor.rules.documents.items;
    if (!document) throw new Error('config/documents.yaml is empty');
    const { units } = explained(`网友热议《${document.title}》`);
    expect(units).toMatchObject({ by: 'document', lead: document.bureau, documents: [{ id: document.id }] });
    expect(wordsOf(units.documents[0]?.rests ?? [])).toEqual([`《${document.title}》`]);
  });

  test('is the same for the same, to the byte', () => {
    expect(canonicalJson(explained(FIRE))).toBe(canonicalJson(explained(FIRE)));
  });
});
