import fc from 'fast-check';
import type { ReadFeed, Reading } from './feed-body.js';
import { readBody } from './read-body.js';

const now = new Date('2026-03-05T04:00:00Z');
const read = (bytes: Uint8Array, contentType: string | null = null): Reading =>
  readBody({ bytes, contentType, url: 'http://a.example/feed' }, now);
const readText = (text: string): Reading => read(Buffer.from(text));
const keysOf = (reading: Reading): string[] =>
  reading.outcome === 'ok' ? reading.articles.map(({ itemKey }) => itemKey) : [];

const rss = (items: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>频道</title><link>http://a.example/</link>${items}</channel></rss>`;
const ITEMS = [
  '<item><title>某地仓库失火</title><link>http://a.example/1</link><guid>n1</guid><pubDate>Thu, 05 Mar 2026 08:00:00 +0800</pubDate><description>&lt;p&gt;第一段&amp;nbsp;&lt;/p&gt;</description></item>',
  '<item><title><![CDATA[甲 & <b>乙</b>]]></title><link>/2</link><description><![CDATA[<p>正文<br/>两行</p>]]></description></item>',
  '<item><title>丙</title><guid isPermaLink="false">n3</guid><dc:date>2026-03-05T08:00:00</dc:date><content:encoded>全文&#x4e2d;</content:encoded></item>',
];
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>频道</title><entry><id>e1</id><title type="html">甲&lt;br/&gt;</title><link href="/1"/><updated>2026-03-05T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>一</p></div></content></entry><entry><id>e2</id><title>乙</title><summary>二</summary></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [
    { id: '1', title: '甲', content_html: '<p>一</p>', url: '/1', date_published: '2026-03-05T00:00:00Z' },
    { id: '2', content_text: '乙' },
  ],
});
const DOCUMENTS = [rss(ITEMS.join('\n')), ATOM, JSON_FEED];

const OUTCOMES = ['ok', 'not_a_feed', 'malformed', 'too_large'];

/** What damage on the way, or ill will, makes of a document. */
const mutated = fc
  .tuple(
    fc.constantFrom(...DOCUMENTS),
    fc.array(
      fc.record({
        kind: fc.constantFrom('cut', 'double', 'drop', 'flip', 'insert'),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(40),
        insert: fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          ']]>',
          '<![CDATA[',
          '<!--',
          '-->',
          '</item>',
          '<item>',
          '\u0000',
          '&#0;',
          '{',
          '<?',
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([document, changes]) => {
    let bytes = Buffer.from(document);
    for (const { kind, at, length, insert } of changes) {
      const from = Math.floor(at * bytes.length);
      const [head, tail] = [bytes.subarray(0, from), bytes.subarray(from)];
      const changedTail = {
        cut: () => Buffer.alloc(0),
        double: () => Buffer.concat([tail.subarray(0, length), tail]),
        drop: () => tail.subarray(length),
        flip: () => Buffer.from(tail.map((byte, index) => (index === 0 ? byte ^ (1 << (length % 8)) : byte))),
        insert: () => Buffer.concat([Buffer.from(insert), tail]),
      }[kind]();
      bytes = Buffer.concat([head, changedTail]);
    }
    return bytes;
  });

describe('a body', () => {
  test('however damaged, it ends in one of the outcomes, with texts that are plain and sound', () => {
    const forbidden = new RegExp('[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f]|<(?:script|img|iframe)[\\s/>]', 'i');
    fc.assert(
      fc.property(mutated, (bytes) => {
        const reading = read(bytes);
        expect(OUTCOMES).toContain(reading.outcome);
        if (reading.outcome !== 'ok') return;
        for (const { title, text } of reading.articles) expect(`${title}\n${text}`).not.toMatch(forbidden);
        expect(reading.warnings.every((warning) => warning.includes(' · '))).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  test.each(DOCUMENTS.map((document) => [document.slice(0, 30), document]))(
    'cut off anywhere it gives whole articles only, says that it is cut, or is malformed: %s',
    (_name, document) => {
      const whole = keysOf(readText(document));
      const first = document.indexOf(document.includes('</item>') ? '</item>' : '</entry>');
      for (let length = Math.max(first, 0) + 8; length < document.length - 1; length += 1) {
        const reading = readText(document.slice(0, length));
        expect(whole).toEqual(expect.arrayContaining(keysOf(reading)));
        if (reading.outcome === 'ok') expect({ length, whole: reading.whole }).toEqual({ length, whole: false });
        else expect(reading.outcome).toBe('malformed');
      }
    },
  );

  test('a document broken before its first item is no quiet feed', () => {
    expect(readText(rss(ITEMS.join('')).slice(0, 100))).toMatchObject({ outcome: 'malformed' });
    expect(readText(rss('<!-- '))).toMatchObject({ outcome: 'malformed' });
    expect(readText(rss(''))).toMatchObject({ outcome: 'ok', articles: [], whole: true });
    expect(readText(rss('<image><url>x</image>'))).toMatchObject({ outcome: 'ok', articles: [], whole: true });
  });

  test('in whatever Unicode it comes, the articles are the same', () => {
    const document = rss(ITEMS.join(''));
    const articles = (readText(document) as ReadFeed).articles;
    expect(articles).toHaveLength(3);
    const swapped = Buffer.from(`\ufeff${document}`, 'utf16le').swap16();
    const forms = [Buffer.from(`\ufeff${document}`), Buffer.from(document, 'utf16le'), swapped];
    for (const bytes of forms) expect(read(bytes, 'text/xml; charset=iso-8859-1')).toMatchObject({ articles });
  });

  test('larger than any feed it is refused unread', () => {
    expect(read(Buffer.alloc(50 * 1024 * 1024 + 1))).toMatchObject({ outcome: 'too_large' });
  });
});
