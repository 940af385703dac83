import { ArticleAssessor } from '../../assessment/article-assessor.js';
import { CurrentRules } from '../../assessment/current-rules.js';
import { loadSettings } from '../../settings/settings.js';
import { alternated, type BenchPlace, type Figure, rounded } from './figure.js';
import { articleText, titleText } from './generated-news.js';

const ITEMS = 400;

/** Judging one article, against a single pass of one regular expression that looks for a casualty figure. */
export async function* benchJudging(_args: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  const assessor = new ArticleAssessor(new CurrentRules(loadSettings({}, root)));
  const texts = Array.from({ length: ITEMS }, (_, n) => articleText(n));
  const naive = /(\d+|[一二三四五六七八九十百]+)(?:人|名)[^。]{0,8}(?:死亡|遇难|失踪|受伤)/g;
  const judgeAll = () =>
    texts.forEach((text, n) => assessor.judge({ title: titleText(n), text, publishedAt: new Date(0) }, null, null));
  const [ours, theirs] = await alternated(
    () => Promise.resolve(judgeAll()),
    () => Promise.resolve(texts.forEach((text) => [...text.matchAll(naive)].length)),
  );
  yield {
    name: 'articles judged',
    perSecond: Math.round((ITEMS * 1_000) / ours),
    reference: 'one regular expression',
    ratio: rounded(theirs / ours),
  };
}
