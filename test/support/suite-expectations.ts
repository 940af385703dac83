import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The public parser suites beside the project; absent on most machines. */
export const SUITES = resolve(__dirname, '../../../shared/data/feeds/suites');
export const DERIVED = resolve(__dirname, '../../../shared/data/feeds/derived');

export type Field = 'title' | 'link' | 'date';

/** What a suite states of one item of one document. `item` null is the feed itself. */
export interface Expectation {
  file: string;
  item: number | null;
  field: Field;
  value: string;
}

const filesOf = (folder: string, ends: RegExp): string[] =>
  readdirSync(join(SUITES, folder), { recursive: true })
    .map(String)
    .filter((name) => ends.test(name) && statSync(join(SUITES, folder, name)).isFile())
    .map((name) => join(folder, name));

/** Every document of the suites that is meant to be read (or refused) by a feed reader. */
export function suiteDocuments(): string[] {
  const xml = filesOf('.', /\.(?:xml|rss|atom)$/);
  const json = filesOf('gofeed/testdata', /(?:parser|translator)\/json\/.*(?<!_expected)\.json$|universal\/.*\.json$/);
  return [...xml, ...json];
}

export const contentTypeOf = (bytes: Buffer): string | undefined =>
  /Header:\s*Content-type:\s*(.*)/i.exec(bytes.toString('latin1', 0, 3000))?.[1]?.trim();

/** feedparser writes what it expects as Python, in a comment at the top: only plain comparisons are read here. */
function pythonString(source: string): string | null {
  const match = /^u?(['"])((?:\\.|(?!\1).)*)\1\s*$/.exec(source.trim());
  if (!match) return null;
  return (match[2] ?? '').replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi,
    (_all, long?: string, short?: string, other?: string) =>
      other === undefined ? String.fromCharCode(parseInt(long ?? short ?? '', 16)) : other === 'n' ? '\n' : other,
  );
}

function pythonDate(source: string): string | null {
  const [year = 0, month = 1, ...rest] = (/\(([\d,\s]+)/.exec(source)?.[1] ?? '').split(',').map(Number);
  return year === 0 ? null : new Date(Date.UTC(year, month - 1, ...rest.slice(0, 4))).toISOString();
}

const STATEMENT =
  /(?:entries\[(\d+)\]|feed)(?:\[['"]|\.)(title|link|published_parsed|updated_parsed)(?:['"]\])?\s*==\s*(.*)$/;

export function feedparserExpectations(): Expectation[] {
  return filesOf('feedparser/tests', /\.xml$/).flatMap((file) => {
    const head = readFileSync(join(SUITES, file)).toString('latin1', 0, 3000);
    return [...head.matchAll(/Expect:\s*(.*)/g)].flatMap(([, statement = '']) => {
      const [, entry, name = '', source = ''] = STATEMENT.exec(statement) ?? [];
      const dated = name.endsWith('_parsed');
      const value = name === '' ? null : dated ? pythonDate(source) : pythonString(source);
      const item = entry === undefined ? null : Number(entry);
      if (value === null || (item === null && name !== 'title')) return [];
      return [{ file, item, field: dated ? 'date' : (name as Field), value }];
    });
  });
}

type Json = Record<string, unknown>;

const textAt = (object: Json, ...names: string[]): string | undefined => {
  const values = names
    .map((name) => object[name])
    .map((value) => (typeof value === 'object' ? (value as Json | null)?.['value'] : value));
  return values.find((value): value is string => typeof value === 'string' && value !== '');
};

function linkAt(item: Json): string | undefined {
  const links = Array.isArray(item['links']) ? (item['links'] as Json[]) : [];
  const alternate = links.find(
    (link) => typeof link === 'object' && (link['rel'] === undefined || link['rel'] === 'alternate'),
  );
  return textAt(item, 'link') ?? (alternate && textAt(alternate, 'href'));
}

function fromJson(file: string, feed: Json, dates: string[]): Expectation[] {
  const items = (feed['items'] ?? feed['entries'] ?? []) as Json[];
  const title = textAt(feed, 'title');
  const ofFeed: Expectation[] = title === undefined ? [] : [{ file, item: null, field: 'title', value: title }];
  return items.reduce<Expectation[]>((all, one, item) => {
    const date = textAt(one, ...dates);
    const stated: [Field, string | undefined][] = [
      ['title', textAt(one, 'title')],
      ['link', linkAt(one)],
      ['date', date?.startsWith('0001') ? undefined : date],
    ];
    return [...all, ...stated.flatMap(([field, value]) => (value === undefined ? [] : [{ file, item, field, value }]))];
  }, ofFeed);
}

const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json;

/** gofeed, feedsmith and rss-parser lay the right answer as JSON beside the document. */
export function jsonExpectations(): Expectation[] {
  const beside = (folder: string, dates: string[]): Expectation[] =>
    filesOf(folder, /\.xml$/).flatMap((file) => {
      const answer = join(SUITES, file.replace(/\.xml$/, '.json'));
      return existsSync(answer) ? fromJson(file, read(answer), dates) : [];
    });
  const rssParser = filesOf('rss-parser/test/output', /\.json$/).flatMap((answer) => {
    const input = answer.replace('output', 'input').replace(/json$/, '');
    const file = ['rss', 'atom'].map((end) => input + end).find((path) => existsSync(join(SUITES, path)));
    return file ? fromJson(file, read(join(SUITES, answer))['feed'] as Json, ['isoDate']) : [];
  });
  return [
    ...beside('gofeed/testdata', ['publishedParsed', 'pubDateParsed', 'updatedParsed']),
    ...beside('feedsmith/src/feeds', ['pubDate', 'published', 'updated']),
    ...rssParser,
  ];
}
