import { ArticleAssessor } from '../assessment/article-assessor.js';
import { readFeed } from '../ingestion/feeds/feed-reader.js';
import { loadSettings } from '../settings/settings.js';
import type { CommandIo } from './command-io.js';

const ROUNDS = 7;
const ITEMS = 400;

/** One figure: how often the work is done in a second, against a reference measured in the same run. */
interface Figure {
  name: string;
  perSecond: number;
  reference: string;
  ratio: number;
}

/**
 * Measures hot paths on generated input, each in turn with its reference. Ratios are what counts: machines differ and
 * drift. One JSON line for each figure.
 */
export async function benchCommand(_argv: string[], io: Pick<CommandIo, 'output'>, root: string): Promise<number> {
  for (const figure of [await feedReading(), judging(root)]) io.output.write(`${JSON.stringify(figure)}\n`);
  return 0;
}

/** Reading one RSS document of 400 items, against rss-parser on the same text. */
async function feedReading(): Promise<Figure> {
  const { default: Parser } = await import('rss-parser');
  const text = generatedFeed();
  const now = new Date();
  const [ours, theirs] = await alternated(
    () => Promise.resolve(readFeed(text, { now })),
    () => new Parser().parseString(text),
  );
  return {
    name: 'feed items read',
    perSecond: Math.round((ITEMS * 1_000) / ours),
    reference: 'rss-parser',
    ratio: rounded(theirs / ours),
  };
}

/** Judging one article, against a single pass of one regular expression that looks for a casualty figure. */
function judging(root: string): Figure {
  const assessor = new ArticleAssessor(loadSettings({}, root));
  const texts = Array.from({ length: ITEMS }, (_, n) => articleText(n));
  const naive = /(\d+|[一二三四五六七八九十百]+)(?:人|名)[^。]{0,8}(?:死亡|遇难|失踪|受伤)/g;
  const times = { ours: [] as number[], naive: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(
      timed(() =>
        texts.forEach((text, n) => assessor.judge({ title: titleText(n), text, publishedAt: new Date(0) }, null, null)),
      ),
    );
    times.naive.push(timed(() => texts.forEach((text) => [...text.matchAll(naive)].length)));
  }
  const ours = median(times.ours);
  return {
    name: 'articles judged',
    perSecond: Math.round((ITEMS * 1_000) / ours),
    reference: 'one regular expression',
    ratio: rounded(median(times.naive) / ours),
  };
}

async function alternated(a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, run] of [a, b].entries()) {
      const begun = performance.now();
      await run();
      times[index === 0 ? 0 : 1].push(performance.now() - begun);
    }
  }
  return [median(times[0]), median(times[1])];
}

function timed(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function rounded(ratio: number): number {
  return Math.round(ratio * 1_000) / 1_000;
}

function titleText(n: number): string {
  return `某市第${n}号仓库发生火灾 已致${n % 40}人死亡`;
}

function articleText(n: number): string {
  const filler = '当地多部门赶赴现场处置,伤者已送往医院救治,事故原因正在进一步调查之中。';
  return `记者从应急管理部门获悉,今天凌晨,某市第${n}号仓库发生火灾,造成${n % 40}人死亡,${n % 17}人受伤。${filler.repeat(5)}`;
}

function generatedFeed(): string {
  const items = Array.from({ length: ITEMS }, (_, n) => {
    const date = new Date(Date.UTC(2026, 0, 1, 0, n)).toUTCString();
    return `<item><title>${titleText(n)}</title><link>http://feed.test/${n}</link><guid>g${n}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${articleText(n)}&lt;/p&gt;</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>bench</title>${items.join('')}</channel></rss>`;
}
