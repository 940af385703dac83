import type { ArticleText } from '../text/article-text.js';
import { type Reading, readArticle } from '../reading/assessment.js';
import type { ReadingRules } from '../reading/reading-rules.js';
import type { Explanation, WithoutWords } from './explanation.js';
import { type Quote, quoteOf } from './quote.js';

/** Stands for a character that is thought away: no word and no figure is read across it. */
const GONE = '□';
/** Behind the word that decided often stands another that would have decided: 演练, then 模拟. */
const MOST_ROUNDS = 4;

function without(text: string, field: Quote['field'], quotes: readonly Quote[]): string {
  return quotes
    .filter((one) => one.field === field)
    .reduce((left, { start, end }) => left.slice(0, start) + GONE.repeat(end - start) + left.slice(end), text);
}

/** Of what kept an article from an alert, each is thought away by itself and the rest judged anew; only what would change is told. */
export function withoutVetoes(article: ArticleText, rules: ReadingRules, told: Explanation): WithoutWords[] {
  return told.vetoes.flatMap(({ by, rests }): WithoutWords[] => {
    if ((by !== 'trap' && by !== 'phase' && by !== 'place') || rests.length === 0) return [];
    const gone = [...rests];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const reading = readWithout(article, rules, gone);
      if (isOtherwise(reading, told)) return [{ without: by, rests: gone, becomes: becoming(reading) }];
      const next = by === 'place' ? [] : reading.why[by].map(quoteOf);
      if (next.length === 0) break;
      gone.push(...next);
    }
    return [];
  });
}

function readWithout(article: ArticleText, rules: ReadingRules, gone: readonly Quote[]): Reading {
  const title = without(article.title, 'title', gone);
  return readArticle({ ...article, title, text: without(article.text, 'text', gone) }, rules);
}

function isOtherwise({ isIncident, level, alert }: Reading, told: Explanation): boolean {
  return isIncident !== told.happening.answer || level !== told.level.answer || alert !== told.alert.answer;
}

const becoming = ({ isIncident, trap, phase, level, alert }: Reading): WithoutWords['becomes'] => ({
  ...{ isIncident, trap, phase, level, alert },
});
