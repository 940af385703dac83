import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFeed } from './feed-reader.js';
import { DAMAGE } from './damage.js';
import type { FeedDocument } from './feed-document.js';
import { askInline, askInThread, withSecondOpinion } from './second-opinion.js';

const now = new Date('2026-03-05T04:00:00Z');
const FEED =
  '<rss version="2.0"><channel><title>频道</title><item><title>甲</title><link>http://a.example/1</link>' +
  '<pubDate>Thu, 05 Mar 2026 02:00:00 GMT</pubDate><description>&lt;p&gt;一&lt;/p&gt;</description></item></channel></rss>';
const damaged: FeedDocument = {
  format: 'rss',
  title: '频道',
  ttlMinutes: null,
  items: [],
  warnings: [DAMAGE.mismatched],
};

test('more items than we read are taken, in our own form, and the disagreement is named', async () => {
  const settled = await withSecondOpinion(damaged, FEED, askInline, now);
  expect(settled.items).toEqual([
    {
      title: '甲',
      link: 'http://a.example/1',
      guid: null,
      publishedAt: new Date('2026-03-05T02:00:00Z'),
      publishedNote: 'stated',
      summary: '一',
      content: '一',
    },
  ]);
  expect(settled.warnings).toEqual([DAMAGE.mismatched, expect.stringContaining('0 / 1')]);
});

test('a sound document is not asked about; where the other reader fails, ours stands', async () => {
  const sound = readFeed(FEED, { now });
  const never = () => Promise.reject(new Error('asked'));
  expect(await withSecondOpinion(sound, FEED, never, now)).toBe(sound);
  expect(await withSecondOpinion(damaged, '<rss', askInline, now)).toBe(damaged);
});

test('a thread that cannot be started, or a document too long for it, gives no opinion', async () => {
  const limits = { timeLimitMs: 5_000, mostCharacters: 1_000 };
  expect(await askInThread('/nowhere/second-opinion.worker.js', limits)(FEED)).toBeNull();
  expect(await askInThread('/nowhere/second-opinion.worker.js', limits)('x'.repeat(1_001))).toBeNull();
});

const BUILT = resolve(__dirname, '../../../dist/src/ingestion/feeds/second-opinion.worker.js');
const built = existsSync(BUILT) ? test : test.skip;
if (!existsSync(BUILT))
  console.warn('dist is not built: the thread of the second opinion is not tested in its built form');

built('the built thread reads a feed, and is ended when a hostile one holds it up', async () => {
  expect(await askInThread(BUILT)(FEED)).toMatchObject([{ title: '甲' }]);
  const hostile = FEED.replace('&lt;p&gt;', `<![CDATA[${'x<p'.repeat(60_000)}]]>`);
  expect(await askInThread(BUILT, { timeLimitMs: 300, mostCharacters: 1_000_000 })(hostile)).toBeNull();
});
