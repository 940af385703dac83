import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FeedBody } from './feed-body.js';
import { readBody } from './read-body.js';
import { piecesOf } from './reader-messages.js';
import { ReaderPool } from './reader-pool.js';

const now = new Date('2026-03-05T04:00:00Z');
const bodyOf = (text: string): FeedBody => ({
  bytes: Buffer.from(text),
  contentType: 'text/xml',
  url: 'http://a.example/feed',
});
const itemsOf = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) =>
      `<item><title>第${n}条</title><link>/n/${n}</link><description>${'甲'.repeat(n % 50)}</description></item>`,
  ).join('');
const feedOf = (items: string): string => `<rss version="2.0"><channel><title>频道</title>${items}</channel></rss>`;

test('articles cross the border in pieces, none lost, none too large', () => {
  const [article] = (readBody(bodyOf(feedOf(itemsOf(1))), now) as { articles: Parameters<typeof piecesOf>[0] })
    .articles;
  if (!article) throw new Error('no article');
  const articles = Array.from({ length: 1_000 }, (_, n) => ({
    ...article,
    itemKey: String(n),
    text: '甲'.repeat(20_000),
  }));
  const pieces = piecesOf(articles);
  expect(pieces.flat()).toEqual(articles);
  expect(Math.max(...pieces.map((piece) => piece.length * 20_000))).toBeLessThanOrEqual(500_000);
  expect(piecesOf([])).toEqual([]);
});

test('a thread that cannot be started ends the reading with an outcome', async () => {
  const pool = new ReaderPool('/nowhere/reader.worker.js', 1);
  expect(await pool.read(bodyOf('<rss/>'), now)).toMatchObject({ outcome: 'malformed' });
});

test('a reading whose articles went down with their thread is no reading of fewer articles', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  const file = join(folder, 'forgetful.cjs');
  // As a thread answers that was begun anew between the reading and the handing out of its articles.
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (message) => parentPort.postMessage(message === 'more' ? [] : { feed: { outcome: 'ok' }, pieces: 2 }));`,
  );
  const pool = new ReaderPool(file, 1);
  expect(await pool.read(bodyOf('<rss/>'), now)).toMatchObject({ outcome: 'malformed' });
  pool.close();
  rmSync(folder, { recursive: true });
});

const BUILT = resolve(__dirname, '../../../dist/src/ingestion/reading/reader.worker.js');
if (!existsSync(BUILT)) console.warn('dist is not built: the reader threads are not tested in their built form');

(existsSync(BUILT) ? describe : describe.skip)('the built threads', () => {
  test('read the same as this thread would, several at a time, and leave the bytes where they are', async () => {
    const pool = new ReaderPool(BUILT, 1);
    const bodies = [bodyOf(feedOf(itemsOf(1_200))), bodyOf('<html><body>页面</body></html>'), bodyOf(feedOf(''))];
    const readings = await Promise.all(bodies.map((body) => pool.read(body, now)));
    expect(readings).toEqual(bodies.map((body) => readBody(body, now)));
    expect(readings[0]).toMatchObject({ outcome: 'ok', items: 1_200 });
    pool.close();
  });

  test('one that takes too long is ended with an outcome, and the next body is read by a new one', async () => {
    const long = `<item><title>甲</title><description>&lt;p&gt;${'甲'.repeat(3_000)}&lt;/p&gt;</description></item>`;
    const large = bodyOf(feedOf(long.repeat(5_000)));
    const hasty = new ReaderPool(BUILT, 1, { timeLimitMs: 1, heapMb: 256 });
    expect(await hasty.read(large, now)).toMatchObject({
      outcome: 'malformed',
      detail: expect.stringContaining('秒') as string,
    });
    hasty.close();
    const patient = new ReaderPool(BUILT, 1);
    const [reading, next] = await Promise.all([
      patient.read(large, now),
      patient.read(bodyOf(feedOf(itemsOf(2))), now),
    ]);
    expect(reading).toMatchObject({ outcome: 'ok', items: 5_000 });
    expect(next).toMatchObject({ outcome: 'ok', items: 2 });
    patient.close();
  });

  test('do not keep a process alive that has nothing else to do', () => {
    const script = `
      const { ReaderPool } = await import(${JSON.stringify(BUILT.replace('reader.worker', 'reader-pool'))});
      const body = { bytes: Buffer.from('<rss><item><title>x</title></item></rss>'), contentType: null, url: undefined };
      process.stdout.write((await new ReaderPool(${JSON.stringify(BUILT)}, 1).read(body, new Date())).outcome);`;
    const options = { encoding: 'utf8', timeout: 30_000 } as const;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], options)).toBe('ok');
  });
});
