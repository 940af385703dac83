import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBytes } from '../../ingestion/decoding/decode.js';
import { readFeed } from '../../ingestion/feeds/feed-reader.js';
import { readBody } from '../../ingestion/reading/read-body.js';
import { alternated, type BenchPlace, type Figure, rounded } from './figure.js';
import { realisticFeeds } from './realistic-feeds.js';

const ROUNDS = 15;
/** Each round reads a set so often. */
const REPEATED = 4;

/** Public feeds beside the project, where they are at hand: real items with the faults of real life. */
const REAL = '../shared/data/feeds/derived';

function realFeeds(root: string): Record<string, string[]> {
  const folder = join(root, REAL);
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((file) => file.endsWith('.xml') && !/ampersand|truncated/.test(file));
  return { 'real Chinese feeds': files.map((file) => decodeBytes(readFileSync(join(folder, file))).text) };
}

/** Reading feeds to items of plain text, against rss-parser on the same texts; and all the way from bytes to articles. */
export async function* benchFeeds(_args: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  for (const [name, texts] of Object.entries({ ...realisticFeeds(), ...realFeeds(root) }))
    yield await measure(name, texts);
}

async function measure(name: string, texts: string[]): Promise<Figure> {
  const { default: Parser } = await import('rss-parser');
  const now = new Date();
  const bodies = texts.map((text) => ({
    bytes: Buffer.from(text),
    contentType: 'text/xml; charset=utf-8',
    url: undefined,
  }));
  const items = texts.reduce((sum, text) => sum + readFeed(text, { now }).items.length, 0) * REPEATED;
  const read = each(texts, (text) => readFeed(text, { now }));
  const [ours, theirs] = await alternated(
    read,
    each(texts, (text) => new Parser().parseString(text)),
    ROUNDS,
  );
  const [, whole] = await alternated(
    read,
    each(bodies, (body) => readBody(body, now)),
    ROUNDS,
  );
  const perSecond = (ms: number) => Math.round((items * 1_000) / ms);
  return {
    name: `feed items read, ${name}`,
    perSecond: perSecond(ours),
    megabytesPerSecond: rounded(
      (bodies.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) * REPEATED) / 1_048_576 / (ours / 1_000),
    ),
    fromBytesToArticlesPerSecond: perSecond(whole),
    reference: 'rss-parser',
    referencePerSecond: perSecond(theirs),
    ratio: rounded(theirs / ours),
  };
}

function each<T>(inputs: T[], read: (input: T) => unknown): () => Promise<void> {
  return async () => {
    for (let time = 0; time < REPEATED; time += 1) for (const input of inputs) await read(input);
  };
}
