import { gzipSync } from 'node:zlib';
import { encodeGbk } from '../gbk-encoder.js';
import { articleText, generatedFeed } from './generated-news.js';

/** An answer that means harm, or is merely monstrous, made when it is its turn. */
export interface HostileAnswer {
  name: string;
  contentType?: string;
  contentEncoding?: string;
  bytes: () => Uint8Array;
}

const MB = 1024 * 1024;
const rss = (inside: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
const item = (inside: string): string =>
  `<item><title>甲</title><link>http://feed.test/1</link><description>${inside}</description></item>`;
/** What stands around the filling of the largest kind. */
const ROOM = 4096;
/** So many times that it makes the wanted number of bytes. */
const filled = (part: string, bytes: number): string => part.repeat(Math.floor(bytes / Buffer.byteLength(part)));

const BOMB = `<!DOCTYPE rss [<!ENTITY e0 "${'x'.repeat(200)}">${Array.from(
  { length: 60 },
  (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
).join('')}]>`;

const BYTES_OF_ITEM = Buffer.byteLength(generatedFeed(1_000)) / 1_000 + 20;

const newsOf = (bytes: number): string => generatedFeed(Math.floor(bytes / BYTES_OF_ITEM));

const jsonOf = (bytes: number): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 't',
    items: Array.from({ length: Math.floor(bytes / BYTES_OF_ITEM) }, (_, n) => ({
      ...{ id: n, url: `http://feed.test/${n}`, title: `第${n}条` },
      ...{ content_html: `<p>${articleText(n)}</p>`, date_published: '2026-01-01T00:00:00Z' },
    })),
  });

/** Text of a document by its kind, of about so many bytes. */
const TEXTS: Record<string, (bytes: number) => string> = {
  'news, sound': newsOf,
  'news, cut off in the middle': (bytes) => newsOf(bytes).slice(0, -900),
  'nested tags': (bytes) => rss(item(filled('<b>', bytes))),
  'nested tags, escaped': (bytes) => rss(item(filled('&lt;div&gt;', bytes))),
  'nested tags, in CDATA': (bytes) => rss(item(`<![CDATA[${filled('<div>', bytes)}]]>`)),
  'x<p': (bytes) => rss(item(filled('x<p', bytes))),
  'x<p in CDATA': (bytes) => rss(item(`<![CDATA[${filled('x<p', bytes)}]]>`)),
  'x<p in many items': (bytes) => rss(filled(item(`<![CDATA[${'x<p '.repeat(2_000)}]]>`), bytes)),
  'entities of entities': (bytes) => BOMB + rss(item(filled('&e60;', bytes - BOMB.length))),
  'entities that swell': (bytes) => BOMB + rss(filled(item('&e0;'.repeat(500)), bytes - BOMB.length)),
  references: (bytes) => rss(item(filled('&#20013;&nbsp;', bytes))),
  'references in many items': (bytes) => rss(filled(item('&amp;lt;p&amp;gt;&amp;hellip;'.repeat(200)), bytes)),
  'unknown entities': (bytes) =>
    rss(item(Array.from({ length: bytes >> 3 }, (_, n) => `&e${n.toString(36)};`).join(''))),
  ampersands: (bytes) => rss(filled(item('&'.repeat(5_000)), bytes)),
  'empty items': (bytes) => rss(filled('<item/>', bytes)),
  'tiny items': (bytes) => rss(filled('<item><title>甲</title></item>', bytes)),
  'one title': (bytes) => rss(`<item><title>${filled('标题', bytes)}</title></item>`),
  'one attribute': (bytes) => rss(`<item a="${filled('x', bytes)}"><title>甲</title></item>`),
  'many attributes': (bytes) => rss(`<item ${filled('a="b" ', bytes)}><title>甲</title></item>`),
  'many namespaces': (bytes) => rss(filled(`<item ${'xmlns:a="u" '.repeat(60)}><title>甲</title></item>`, bytes)),
  'many links': (bytes) => rss(`<item>${filled('<link>/../a/../b?c#d</link>', bytes)}</item>`),
  'many fields': (bytes) => rss(`<item><title>甲</title>${filled('<description>a&amp;b</description>', bytes)}</item>`),
  'CDATA that never ends': (bytes) => rss(item(`<![CDATA[${filled('甲', bytes)}`)),
  'CDATA in CDATA': (bytes) => rss(item(filled('<![CDATA[', bytes))),
  'a comment that never ends': (bytes) => rss(item(`<!--${filled('甲', bytes)}`)),
  'comments in markup that never end': (bytes) => rss(filled(item('&lt;!--'.repeat(1_000)), bytes)),
  'angle brackets': (bytes) => rss(item(filled('<', bytes))),
  'angle brackets in CDATA': (bytes) => rss(filled(item(`<![CDATA[${'<p '.repeat(2_000)}]]>`), bytes)),
  'dates without end': (bytes) => rss(filled(`<item><pubDate>${'1-'.repeat(500)}</pubDate></item>`, bytes)),
  blanks: (bytes) => rss(filled(item(' \u3000'.repeat(2_000)), bytes)),
  'nothing but blanks': (bytes) => filled(' \n', bytes),
  'nothing but comments': (bytes) => filled('<!--', bytes),
  'nothing but doctypes': (bytes) => filled('<!DOCTYPE [', bytes),
  'a page of links': (bytes) => `<html>${filled('<link rel="x" ', bytes)}`,
  'JSON, sound': jsonOf,
  'JSON, cut off in the middle': (bytes) => jsonOf(bytes).slice(0, -900),
  'JSON of brackets': (bytes) => `{"items":${filled('[', bytes)}`,
  'JSON of empty lists': (bytes) => `{"items":[${filled('[],', bytes)}[]]}`,
  'JSON of names': (bytes) =>
    `{"items":[],${Array.from({ length: Math.floor(bytes / 12) }, (_, n) => `"n${n}":0`).join(',')}}`,
  'JSON of braces': (bytes) => `{"items":[${filled('{"a":', bytes)}`,
  'JSON of quotes': (bytes) => `{"items":[{"title":"${filled('\\"', bytes)}`,
};

const xml = (name: string, bytes: () => Uint8Array): HostileAnswer => ({ name, contentType: 'application/xml', bytes });

const ENCODED: HostileAnswer[] = [
  { ...xml('news in GBK, 10 MB', () => encodeGbk(newsOf(13 * MB))), contentType: 'text/xml; charset=gb2312' },
  xml('news in GBK that nobody names, 10 MB', () => encodeGbk(newsOf(13 * MB).replace(/<\?xml.*?\?>/, ''))),
  xml('news in UTF-16, 10 MB', () => Buffer.from(`\ufeff${newsOf(10 * MB)}`, 'utf16le')),
  xml('bytes of no encoding, 10 MB', () => new Uint8Array(10 * MB).map((_, at) => (at * 7919) % 251)),
  xml('news, 50 MB', () => Buffer.from(newsOf(50 * MB))),
  { ...xml('gzip bomb, 1 GB', () => gzipSync(Buffer.alloc(1024 * MB, 0x20), { level: 9 })), contentEncoding: 'gzip' },
];

/** Every kind as large as the fetch lets it be, and as small as it is still read in the worker's own thread. */
export function hostileAnswers(sizes: { small: number; large: number }): HostileAnswer[] {
  const kinds = Object.entries(TEXTS);
  const sized = (bytes: number, told: string): HostileAnswer[] =>
    kinds.map(([kind, text]) => xml(`${kind}, ${told}`, () => Buffer.from(text(bytes - ROOM))));
  const [small, large] = [sizes.small >> 10, Math.round(sizes.large / MB)];
  return [...sized(sizes.small, `${small} kB`), ...sized(sizes.large, `${large} MB`), ...ENCODED];
}
