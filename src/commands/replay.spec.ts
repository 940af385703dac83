import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { decodeBytes } from '../ingestion/decoding/decode.js';
import { readFeed } from '../ingestion/feeds/feed-reader.js';
import { encodeGbk } from './gbk-encoder.js';
import { readReplayItems, type ReplayItem } from './replay-items.js';
import { ReplayServer } from './replay-server.js';

const AT = new Date('2026-03-05T06:07:08Z');

const items: ReplayItem[] = ['甲', '乙', '丙', '丁'].map((source, index) => ({
  id: `n-${index}`,
  title: `第${index}条 A&B <急> 😀`,
  text: `第一段 1 < 2。\n第二段㐀𠀀结束。`,
  published: index === 1 ? null : '2020/1/10 14:33:00',
  source,
}));

async function withServer(keepDates: boolean, use: (server: ReplayServer) => Promise<void>): Promise<void> {
  const server = new ReplayServer(items, { keepDates });
  await server.start();
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

async function readAll(server: ReplayServer) {
  const { sources } = parse(server.sourcesFile()) as { sources: { url: string; allowPrivateNetwork: boolean }[] };
  const documents = [];
  for (const { url } of sources) {
    const answer = await fetch(url);
    const { text } = decodeBytes(new Uint8Array(await answer.arrayBuffer()), answer.headers.get('content-type'));
    documents.push(readFeed(text, { now: AT, baseUrl: url }));
  }
  return documents;
}

describe('replaying recorded items', () => {
  test('every form gives the item as it was recorded, stamped with the time of its release', () =>
    withServer(false, async (server) => {
      server.releaseAll(AT);
      const documents = await readAll(server);
      expect(documents.map(({ format }) => format)).toEqual(['rss', 'rss', 'atom', 'json']);
      for (const [index, { items: read, warnings }] of documents.entries()) {
        expect(warnings).toEqual([]);
        expect(read).toEqual([
          expect.objectContaining({
            title: items[index]?.title,
            content: items[index]?.text,
            guid: `n-${index}`,
            publishedAt: AT,
            publishedNote: 'stated',
          }),
        ]);
        const page = await fetch(read[0]?.link ?? '');
        expect(await page.text()).toContain('1 &lt; 2');
      }
    }));

  test('keeps the dates when told to, also the missing ones', () =>
    withServer(true, async (server) => {
      server.releaseAll(AT);
      const read = (await readAll(server)).map((document) => document.items[0]?.publishedAt?.toISOString() ?? null);
      expect(read).toEqual(['2020-01-10T06:33:00.000Z', null, '2020-01-10T06:33:00.000Z', '2020-01-10T06:33:00.000Z']);
    }));

  test('releases step by step and says that nothing changed in between', () =>
    withServer(false, async (server) => {
      server.release(1, AT);
      const url = `${server.address}/rss`;
      const etag = (await fetch(url)).headers.get('etag') ?? '';
      server.release(3, AT);
      expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect(server.isDone).toBe(true);
    }));
});

test('reads flat and wrapped lines, numbers as ids, and complains of the rest', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'replay-'));
  const file = join(folder, 'items.jsonl');
  const lines = [
    '{"id":1,"title":"甲","text":"文","source":"s"}',
    '{"case":{"id":"b","title":"乙","published":null}}',
    'nonsense',
    '{"title":"no id"}',
  ];
  await writeFile(file, lines.join('\n'));
  const complaints: string[] = [];
  const read = await readReplayItems(file, (message) => complaints.push(message));
  await rm(folder, { recursive: true });
  expect(read.map(({ id, source }) => [id, source])).toEqual([
    ['1', 's'],
    ['b', 'unknown'],
  ]);
  expect(complaints).toHaveLength(2);
});

test('GBK holds what it can and refers to the rest by number', () => {
  const bytes = encodeGbk('汉字A、𠀀😀');
  expect(new TextDecoder('gbk').decode(bytes)).toBe('汉字A、&#131072;&#128512;');
});
