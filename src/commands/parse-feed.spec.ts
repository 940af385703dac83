import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { encodeGbk } from './gbk-encoder.js';
import { parseFeedCommand } from './parse-feed.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'parse-feed-'))));
afterAll(() => rm(folder, { recursive: true }));

async function run(argv: string[]): Promise<{ code: number; lines: unknown[] }> {
  const output = new PassThrough();
  const error = new PassThrough();
  error.resume();
  const written = text(output);
  const code = await parseFeedCommand(argv, { output, error });
  output.end();
  const lines = (await written).split('\n').filter((line) => line !== '');
  return { code, lines: lines.map((line) => JSON.parse(line) as unknown) };
}

const FEED =
  '<rss version="2.0"><channel><title>市场</title><item><title>午报</title><link>http://a.example/1</link>' +
  '<pubDate>2026-01-04 08:28:04</pubDate><description>&lt;p&gt;第一&lt;/p&gt;&lt;p&gt;第二&lt;/p&gt;</description></item></channel></rss>';

test('one line for each file, in order, with what was read or why it was not', async () => {
  const feed = join(folder, 'feed.xml');
  const page = join(folder, 'page.html');
  await writeFile(feed, encodeGbk(FEED));
  await writeFile(page, '<html><body>hello</body></html>');
  const { code, lines } = await run([
    feed,
    page,
    join(folder, 'absent.xml'),
    '--content-type',
    'text/xml; charset=gb2312',
  ]);
  expect(code).toBe(0);
  expect(lines).toEqual([
    {
      file: feed,
      outcome: 'ok',
      title: '市场',
      items: [
        {
          title: '午报',
          link: 'http://a.example/1',
          guid: null,
          published_utc: '2026-01-04T00:28:04+00:00',
          summary: '第一 第二',
        },
      ],
      warnings: [],
    },
    { file: page, outcome: 'not_a_feed', error: expect.stringContaining('网页') as string },
    { file: join(folder, 'absent.xml'), error: expect.stringContaining('ENOENT') as string },
  ]);
});

test('a document broken before its first item is told from a feed without news', async () => {
  const cut = join(folder, 'cut.xml');
  const empty = join(folder, 'empty.xml');
  await writeFile(cut, FEED.slice(0, FEED.indexOf('<item>') - 5));
  await writeFile(empty, FEED.replace(/<item>.*<\/item>/, ''));
  const { lines } = await run([cut, empty]);
  expect(lines).toMatchObject([
    { outcome: 'malformed', title: '', items: [] },
    { outcome: 'ok', title: '市场', items: [], warnings: [] },
  ]);
});

test.each([[[]], [['--nonsense', 'x']]])('called wrongly (%j) it says how and answers 2', async (argv) => {
  expect(await run(argv)).toEqual({ code: 2, lines: [] });
});
