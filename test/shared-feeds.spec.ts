import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBytes } from '../src/ingestion/decoding/decode.js';
import type { FeedDocument } from '../src/ingestion/feeds/feed-document.js';
import { readDocument } from '../src/ingestion/reading/read-body.js';
import {
  contentTypeOf,
  DERIVED,
  type Expectation,
  feedparserExpectations,
  type Field,
  jsonExpectations,
  suiteDocuments,
  SUITES,
} from './support/suite-expectations.js';

const present = existsSync(SUITES);
if (!present) console.warn('../shared/data/feeds is absent: the measurements on public feeds are skipped');
const measured = present ? describe : describe.skip;

const now = new Date('2030-01-01T00:00:00Z');
/** Relative links of feedparser's documents are meant against the address of its test server. */
const addressOf = (file: string): string => `http://127.0.0.1:8097/${file.replace('feedparser/', '')}`;

function readFile(path: string, contentType?: string | null, baseUrl?: string): FeedDocument | null {
  const bytes = readFileSync(path);
  try {
    return readDocument({ bytes, contentType: contentType ?? contentTypeOf(bytes), url: baseUrl }, now);
  } catch {
    return null;
  }
}

/** Documents of the suites that are no feeds: an empty one, web pages, a comment alone, JSON without JSON Feed. */
const NO_FEEDS = /empty_feed|rss_empty_document|unknown_feed|unrecognized\.rss|invalid\.json/;
const MALFORMED = /illformed|bozo_|entities\//;

function itemsIn(text: string): number {
  return text.replace(/<!--[\s\S]*?-->/g, '').match(/<(?:[\w-]+:)?(?:item|entry)(?=[\s>/])/gi)?.length ?? 0;
}

/** Read means: with as many items as stand in the document. */
function isRead(file: string): boolean {
  const path = join(SUITES, file);
  const document = readFile(path);
  if (!document) return false;
  const bytes = readFileSync(path);
  const expected = file.endsWith('.json')
    ? document.items.length
    : itemsIn(decodeBytes(bytes, contentTypeOf(bytes)).text);
  return document.items.length === expected;
}

/** Titles are compared as text: the suites state some of them as markup, escaped once or twice. */
const bare = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_all, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function valueOf(document: FeedDocument | null, { item, field }: Expectation): string {
  if (item === null) return document?.title ?? '';
  const one = document?.items[item];
  if (field === 'date') return one?.publishedAt?.toISOString() ?? '';
  return (field === 'title' ? one?.title : one?.link) ?? '';
}

const documents = new Map<string, FeedDocument | null>();

/** Each document is read once, however much is stated of it. */
function documentOf(file: string): FeedDocument | null {
  const base = file.startsWith('feedparser') ? addressOf(file) : undefined;
  const document = documents.has(file) ? documents.get(file) : readFile(join(SUITES, file), null, base);
  documents.set(file, document ?? null);
  return document ?? null;
}

function agrees(expected: Expectation): boolean {
  const document = documentOf(expected.file);
  const value = valueOf(document, expected);
  if (expected.field === 'title') return bare(value) === bare(expected.value);
  if (expected.field === 'date') return value === new Date(expected.value).toISOString();
  return value === expected.value.trim();
}

measured('public feeds', () => {
  interface Derived {
    title: string;
    http_content_type: string | null;
    /** What was done to the document after its items were written down. */
    note: string;
    items: { title: string; link: string; summary: string; published_utc: string | null }[];
  }

  test('real Chinese items with the faults of real life are read as expected', () => {
    let withAmpersand = 0;
    const expected = JSON.parse(readFileSync(join(DERIVED, 'expected.json'), 'utf8')) as Record<string, Derived>;
    for (const [file, { items, http_content_type, note }] of Object.entries(expected)) {
      const path = join(DERIVED, file);
      const read = readFile(path, http_content_type)?.items ?? [];
      // The items are stated as they were before the fault was put in: cut off, only the whole ones are left to be read; and
      // where ` A&B` was added behind a title it belongs to the title now.
      const ended = decodeBytes(readFileSync(path), http_content_type).text.match(/<\/item>/g)?.length ?? 0;
      const whole = items.slice(0, ended);
      expect(whole.length < items.length).toBe(note.includes('截去'));
      const added = (title: string): string => (note.includes('A&B') ? title.replace(/ A&B$/, '') : title);
      expect(read.map(({ title, link, publishedAt }) => [added(title), link, publishedAt?.getTime() ?? null])).toEqual(
        whole.map(({ title, link, published_utc }) => [
          title,
          link,
          published_utc === null ? null : Date.parse(published_utc),
        ]),
      );
      withAmpersand += read.filter(({ title }) => title.endsWith(' A&B')).length;
      whole.forEach(({ summary }, index) => expect(read[index]?.summary.startsWith(summary)).toBe(true));
    }
    expect(withAmpersand).toBe(2);
  });

  test('well-formed documents: at least 99.5 % are read; malformed ones: at least 90 %', () => {
    const documents = suiteDocuments().filter((file) => !NO_FEEDS.test(file));
    const share = (malformed: boolean): number => {
      const files = documents.filter((file) => MALFORMED.test(file) === malformed);
      const unread = files.filter((file) => !isRead(file));
      console.info(
        `${malformed ? 'malformed' : 'well-formed'}: ${files.length - unread.length} of ${files.length} read`,
        unread,
      );
      return 1 - unread.length / files.length;
    };
    expect(share(false)).toBeGreaterThanOrEqual(0.995);
    expect(share(true)).toBeGreaterThanOrEqual(0.9);
  });

  test('where a suite states the answer, title, link and date agree', () => {
    // rss-parser states what it reads without knowing encodings: titles with U+FFFD are its mistakes, not answers.
    const all = [...feedparserExpectations(), ...jsonExpectations()].filter(({ value }) => !value.includes('\ufffd'));
    const floors: Record<Field, number> = { title: 0.995, link: 0.99, date: 0.995 };
    for (const field of Object.keys(floors) as Field[]) {
      const stated = all.filter((one) => one.field === field);
      const missed = stated.filter((one) => !agrees(one));
      console.info(`${field}: ${stated.length - missed.length} of ${stated.length} agree`, missed.slice(0, 30));
      expect(1 - missed.length / stated.length).toBeGreaterThanOrEqual(floors[field]);
    }
  });
});
