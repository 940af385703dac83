import { join } from 'node:path';
import { assessArticle, prepareAssessor } from '../../assessment/assess-article.js';
import { storySignature } from '../../assessment/story-signature.js';
import { loadRules } from '../../settings/rules.js';
import { type BenchPlace, type Figure, median, rounded } from './figure.js';

const ARTICLES = 3_000;
const LONG_EVERY = 50;
const LENGTHS = { short: 1_500, long: 1_000_000 };
const TITLE_LENGTH = 60;
const PUBLISHED = new Date('2026-01-05T02:00:00Z');

/** Pieces that the readers stumble over, put together by chance. */
const PIECES = [
  ...'，。；、：！？（）《》〈〉「」“”…—～〔〕【】 \n\t　',
  ...'零〇一二三四五六七八九十百千万亿两余多近超约数几上下第其中共',
  ...'0123456789.,%％０１２３４５６７８９',
  ...[
    '造成',
    '致',
    '死亡',
    '遇难',
    '失踪',
    '受伤',
    '重伤',
    '轻伤',
    '中毒',
    '被困',
    '转移',
    '其中',
    '人',
    '名',
    '死',
    '伤',
  ],
  ...['火灾', '爆炸', '坍塌', '地震', '客车', '演练', '电影', '游戏', '辟谣', '去年', '周年', '庭审', '美国', '香港'],
  ...[
    '湖北省',
    '武汉市',
    '朝阳区',
    '3月15日',
    '今天凌晨',
    '5时20分',
    '6.8级',
    '1.2亿元',
    '国办发〔2016〕61号',
    '国务院令第343号',
  ],
  ...['總局', '災', 'ＡＢＣ', 'abc', '😀', '𠮷', '\ud83d', '\udc00', '\u0000', '\u200b', '\u202e', 'é', 'ا', 'ไ', '한'],
];

/** Numbers in [0, 1) that look like chance; the same seed gives the same ones. */
function chances(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A mixture of some of the pieces, each text of others: few pieces repeat much, as hostile texts do. */
function mixture(draw: () => number, length: number): string {
  const some = Array.from(
    { length: 1 + Math.floor(draw() * 24) },
    () => PIECES[Math.floor(draw() * PIECES.length)] ?? '',
  );
  const parts: string[] = [];
  for (let made = 0; made < length;) {
    const part = some[Math.floor(draw() * some.length)] ?? '';
    parts.push(part);
    made += Math.max(1, part.length);
  }
  return parts.join('');
}

/** Assesses random mixtures, every fiftieth of a megabyte, and tells the longest time; a fault ends it. `fuzz [articles] [seed]`. */
export async function* benchFuzz([articles, seed]: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  const assessor = prepareAssessor(loadRules(join(root, 'config')));
  const [count, first] = [Number(articles ?? ARTICLES), Number(seed ?? 0)];
  const times: { ms: number; seed: number; length: number }[] = [];
  for (let n = first; n < first + count; n += 1) {
    const draw = chances(n);
    const title = mixture(draw, draw() * TITLE_LENGTH);
    const text = mixture(draw, n % LONG_EVERY === 0 ? LENGTHS.long : draw() * LENGTHS.short);
    const article = { title, text, publishedAt: PUBLISHED };
    const before = process.cpuUsage();
    const { reading } = assessArticle(article, assessor);
    JSON.stringify([reading, storySignature(article, reading, assessor)]);
    const { user, system } = process.cpuUsage(before);
    times.push({ ms: (user + system) / 1_000, seed: n, length: text.length });
  }
  const worst = times.reduce((a, b) => (b.ms > a.ms ? b : a));
  yield {
    name: 'random mixtures assessed without a fault',
    articles: count,
    medianMs: rounded(median(times.map(({ ms }) => ms))),
    worstMs: rounded(worst.ms),
    worstSeed: worst.seed,
    worstLength: worst.length,
  };
}
