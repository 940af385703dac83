import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DAMAGE } from '../feeds/damage.js';
import type { FeedBody, ReadFeed } from './feed-body.js';
import { readBody } from './read-body.js';
import {
  documentWithOpinion,
  INLINE_OPINION,
  type SecondOpinion,
  ThreadedOpinion,
  withSecondOpinion,
} from './second-opinion.js';

const now = new Date('2026-03-05T04:00:00Z');
const FEED =
  '<rss version="2.0"><channel><title>频道</title><item><title>甲</title><link>http://a.example/1</link>' +
  '<pubDate>Thu, 05 Mar 2026 02:00:00 GMT</pubDate><description>&lt;p&gt;一&lt;/p&gt;</description></item></channel></rss>';
const bodyOf = (text: string): FeedBody => ({ bytes: Buffer.from(text), contentType: 'text/xml', url: undefined });
const damaged: ReadFeed = {
  ...{ outcome: 'ok', format: 'rss', title: '频道', ttlMinutes: null, whole: true, items: 0, articles: [] },
  warnings: [DAMAGE.mismatched],
};

test('more items than we read are taken, in our own form, and the disagreement is named', async () => {
  const settled = await withSecondOpinion(damaged, bodyOf(FEED), INLINE_OPINION, now);
  expect(settled).toMatchObject({
    title: '频道',
    items: 1,
    articles: [{ title: '甲', link: 'http://a.example/1', publishedAt: new Date('2026-03-05T02:00:00Z'), text: '一' }],
    warnings: [DAMAGE.mismatched, expect.stringContaining('0 / 1')],
  });
});

test('what seemed too broken to be read is read when the other reader can', async () => {
  const broken = { outcome: 'malformed', detail: '坏' } as const;
  expect(await withSecondOpinion(broken, bodyOf(FEED), INLINE_OPINION, now)).toMatchObject({ outcome: 'ok', items: 1 });
  expect(await withSecondOpinion(broken, bodyOf('<rss'), INLINE_OPINION, now)).toBe(broken);
});

test('a document that is shown gains the same items', async () => {
  const document = { ...damaged, items: [] };
  const settled = await documentWithOpinion(document, bodyOf(FEED), INLINE_OPINION, now);
  expect(settled).toMatchObject({
    items: [{ title: '甲', summary: '一' }],
    warnings: [DAMAGE.mismatched, expect.stringContaining('0 / 1')],
  });
  expect(await documentWithOpinion(document, bodyOf('<rss'), INLINE_OPINION, now)).toBe(document);
});

test('a sound document is not asked about; where the other reader fails, ours stands', async () => {
  const sound = readBody(bodyOf(FEED), now);
  const never: SecondOpinion = { ask: () => Promise.reject(new Error('asked')), close: () => undefined };
  expect(await withSecondOpinion(sound, bodyOf(FEED), never, now)).toBe(sound);
  expect(await withSecondOpinion(damaged, bodyOf('<rss'), INLINE_OPINION, now)).toBe(damaged);
});

test('a thread that cannot be started, or a body too large for it, gives no opinion', async () => {
  const opinion = new ThreadedOpinion('/nowhere/second-opinion.worker.js', { timeLimitMs: 5_000, mostBytes: 1_000 });
  expect(await opinion.ask(bodyOf(FEED), now)).toBeNull();
  expect(await opinion.ask(bodyOf('x'.repeat(1_001)), now)).toBeNull();
});

const BUILT = resolve(__dirname, '../../../dist/src/ingestion/reading/second-opinion.worker.js');
const built = existsSync(BUILT) ? test : test.skip;
if (!existsSync(BUILT))
  console.warn('dist is not built: the thread of the second opinion is not tested in its built form');

built(
  'the built thread reads a feed, is ended when a hostile one holds it up, and reads the next one again',
  async () => {
    const opinion = new ThreadedOpinion(BUILT, { timeLimitMs: 1_500, mostBytes: 1_000_000 });
    const hostile = FEED.replace('&lt;p&gt;', `<![CDATA[${'x<p'.repeat(60_000)}]]>`);
    expect(await opinion.ask(bodyOf(FEED), now)).toMatchObject([{ title: '甲' }]);
    const held = opinion.ask(bodyOf(hostile), now);
    expect(await opinion.ask(bodyOf(FEED), now)).toBeNull();
    expect(await held).toBeNull();
    expect(await opinion.ask(bodyOf(FEED), now)).toMatchObject([{ title: '甲' }]);
    opinion.close();
  },
);
