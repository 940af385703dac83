import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { assessArticle, type Assessor, prepareAssessor } from '../../assessment/assess-article.js';
import { storySignature } from '../../assessment/story-signature.js';
import type { ArticleText } from '../../domain/text/article-text.js';
import { loadRules } from '../../settings/rules.js';
import { cpuTimes } from './cpu-times.js';
import { type BenchPlace, type Figure, rounded } from './figure.js';
import { articleText, titleText } from './generated-news.js';
import { streamItem } from './generated-stream.js';
import { bulletins, labelledArticles, type PublicText } from './public-texts.js';

const ARTICLES = 400;
const PUBLISHED = new Date('2026-01-05T02:00:00Z');

const many = (make: (n: number) => { title: string; text: string }): ArticleText[] =>
  Array.from({ length: ARTICLES }, (_, n) => ({ ...make(n), publishedAt: PUBLISHED }));

function assess(article: ArticleText, assessor: Assessor): void {
  const { reading, route } = assessArticle(article, assessor);
  if (reading.isIncident || route.inScope) storySignature(article, reading, assessor);
}

function compare(name: string, articles: readonly ArticleText[], assessor: Assessor, jieba: Jieba): Figure {
  const whole = articles.map(({ title, text }) => `${title}\n${text}`);
  const [ours = 0, cut = 0, bare = 0] = cpuTimes([
    () => articles.forEach((article) => assess(article, assessor)),
    () => whole.forEach((text) => jieba.cut(text, true)),
    () => whole.forEach((text) => jieba.cut(text, false)),
  ]);
  const characters = whole.reduce((sum, text) => sum + text.length, 0);
  return {
    name,
    articles: articles.length,
    charactersEach: Math.round(characters / articles.length),
    referenceNanosPerCharacter: Math.round((cut * 1_000_000) / characters),
    perSecond: Math.round((articles.length * 1_000) / ours),
    microsPerCharacter: rounded((ours * 1_000) / characters),
    reference: '@node-rs/jieba, cut',
    ratio: rounded(ours / cut),
    ratioWithoutItsModelOfNewWords: rounded(ours / bare),
  };
}

const published = (texts: readonly PublicText[]): ArticleText[] =>
  texts.map(({ title, text }) => ({ title, text, publishedAt: PUBLISHED }));

/**
 * Real articles, where the public material is there: broadcast news, and happenings among ordinary items that look like them. A
 * segmenter goes through generated text, which says the same again and again, in less than half the time of real text of its
 * length, so that the ratio of generated happenings is the hardest of all.
 */
function* onRealArticles(root: string, assessor: Assessor, jieba: Jieba): Iterable<Figure> {
  const news = published(bulletins(root, ARTICLES));
  const labelled = published(labelledArticles(root));
  if (news.length === 0 || labelled.length === 0) {
    yield { name: 'real articles', skipped: '没有 ../shared/data · the public material is not there' };
    return;
  }
  yield compare('broadcast news', news, assessor, jieba);
  yield compare('labelled real articles, happenings and traps', labelled, assessor, jieba);
  const happenings = labelled.filter((article) => assessArticle(article, assessor).reading.isIncident);
  yield compare('the real happenings among them alone', happenings, assessor, jieba);
}

/**
 * What an article costs, its facts, level, route and signature together, against the segmentation of the same text alone.
 * Processor time. A feed as it comes is nearly all ordinary; a text full of figures costs the most.
 */
export async function* benchAssess(_args: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  const assessor = prepareAssessor(loadRules(join(root, 'config')));
  const jieba = Jieba.withDict(dict);
  yield compare('a stream of feeds, one in a hundred a happening', many(streamItem), assessor, jieba);
  const happenings = many((n) => ({ title: titleText(n), text: articleText(n) }));
  yield compare('happenings alone, short and full of figures', happenings, assessor, jieba);
  yield* onRealArticles(root, assessor, jieba);
}
