import { DAMAGE } from './damage.js';
import { FeedError } from './feed-document.js';
import { readFeed } from './feed-reader.js';

const now = new Date('2026-03-05T04:00:00Z');
const read = (text: string, baseUrl?: string) => readFeed(text, { now, baseUrl });
const rss = (inside: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>频道</title>${inside}</channel></rss>`;
const titles = (text: string): string[] => read(text).items.map(({ title }) => title);

describe('the formats', () => {
  test('RSS 2.0: content:encoded beside a description, Dublin Core date, ttl', () => {
    const { items, ...feed } = read(
      rss(`<ttl>15</ttl><item><title>仓库失火</title><link>http://a.example/1</link><guid isPermaLink="false">n1</guid>
        <dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-03-05T08:00:00+08:00</dc:date>
        <description>简讯</description>
        <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>第一段</p><p>第二段</p>]]></content:encoded></item>`),
    );
    expect(feed).toEqual({ format: 'rss', title: '频道', ttlMinutes: 15, warnings: [] });
    expect(items).toEqual([
      {
        title: '仓库失火',
        link: 'http://a.example/1',
        guid: 'n1',
        publishedAt: new Date('2026-03-05T00:00:00Z'),
        publishedNote: 'stated',
        summary: '简讯',
        content: '第一段\n第二段',
      },
    ]);
  });

  test('RSS 1.0: items beside the channel, known by rdf:about', () => {
    const feed = read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
       <channel rdf:about="http://a.example/"><title>频道</title><items><rdf:Seq/></items></channel>
       <item rdf:about="http://a.example/1"><title>甲</title></item></rdf:RDF>`,
    );
    expect(feed).toMatchObject({
      format: 'rdf',
      title: '频道',
      items: [{ title: '甲', link: 'http://a.example/1', guid: 'http://a.example/1' }],
    });
  });

  test('Atom: xhtml content, the alternate among the links, xml:base, and a source that is not the entry', () => {
    const feed = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/news/"><title type="html">&lt;b>频&lt;/b>道</title>
       <entry><id>urn:1</id><source><title>别处</title><id>urn:x</id></source><title type="text">1 &lt; 2 &lt;b></title>
       <link rel="self" href="/self"/><link rel="http://www.iana.org/assignments/relation/alternate" href="1.html"/>
       <updated>2026-03-05T03:00:00Z</updated><published>2026-03-05T02:00:00Z</published>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>甲 &amp; 乙</p><p>a &lt;b></p></div></content></entry></feed>`,
    );
    expect(feed).toMatchObject({ format: 'atom', title: '频道', warnings: [] });
    expect(feed.items).toMatchObject([
      {
        title: '1 < 2 <b>',
        link: 'http://a.example/news/1.html',
        guid: 'urn:1',
        publishedAt: new Date('2026-03-05T02:00:00Z'),
        content: '甲 & 乙\na <b>',
      },
    ]);
  });

  test('JSON Feed, and what is whole of one that was cut off', () => {
    const items = [
      { id: 1, title: '甲', content_html: '<p>一</p><p>二</p>', url: '/1', date_published: '2026-03-05T02:00:00Z' },
      { id: 'b', content_text: '乙' },
    ];
    const whole = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '频道', items });
    const document = read(whole, 'http://a.example/feed');
    expect(document).toMatchObject({ format: 'json', title: '频道', warnings: [] });
    expect(document.items).toMatchObject([
      { title: '甲', link: 'http://a.example/1', guid: '1', content: '一\n二' },
      { title: '', content: '乙', publishedNote: 'absent' },
    ]);
    expect(read(whole.slice(0, -12))).toMatchObject({
      title: '频道',
      items: [{ guid: '1' }],
      warnings: [DAMAGE.truncated],
    });
  });
});

describe('damage is forgiven and named', () => {
  const item = '<item><title>甲</title><link>http://a.example/1</link></item>';

  test.each([
    ['a bare ampersand', rss('<item><title>A & B</title></item>'), ['A & B'], DAMAGE.bareAmpersand],
    ['an undefined entity', rss('<item><title>甲&nbsp;乙&hellip;</title></item>'), ['甲 乙…'], DAMAGE.unknownReference],
    ['a reference without semicolon', rss('<item><title>A&#8217s</title></item>'), ['A’s'], DAMAGE.badReference],
    ['control characters', rss('<item><title>甲\u0008乙</title></item>'), ['甲乙'], DAMAGE.controlCharacters],
    ['junk before the prolog', `<br />Warning: x\n${rss(item)}`, ['甲'], DAMAGE.beforeProlog],
    ['a blank line before the prolog', `\n${rss(item)}`, ['甲'], DAMAGE.beforeProlog],
    ['a page around the feed', `<html><body><p>a<br>b ${rss(item)}</body></html>`, ['甲'], DAMAGE.wrapped],
    [
      'a feed shown as text in a page',
      `<html><pre>${rss(item).replaceAll('<', '&lt;')}</pre></html>`,
      ['甲'],
      DAMAGE.escaped,
    ],
    ['an end in the middle of an item', rss(item + item.replace('甲', '乙')).slice(0, -38), ['甲'], DAMAGE.truncated],
    ['an end after the last item', rss(item).replace('</channel></rss>', ''), ['甲'], DAMAGE.truncated],
    [
      'a title that is not closed',
      rss('<item><title>甲<link>http://a.example/1</link></item>'),
      ['甲'],
      DAMAGE.mismatched,
    ],
    [
      'items that are not closed',
      rss('<item><title>甲</title><item><title>乙</title>'),
      ['甲', '乙'],
      DAMAGE.mismatched,
    ],
    [
      'CDATA that never ends',
      rss(`<item><title>甲</title><description><![CDATA[x</description></item>${item}`),
      ['甲', '甲'],
      DAMAGE.openCdata,
    ],
    [
      'CDATA inside CDATA',
      rss('<item><title><![CDATA[甲<![CDATA[乙]]>丙]]></title></item>'),
      ['甲乙丙'],
      DAMAGE.nestedCdata,
    ],
    ['no root', item, ['甲'], DAMAGE.noRoot],
  ])('%s', (_name, text, expected, warning) => {
    expect(titles(text)).toEqual(expected);
    expect(read(text).warnings).toContain(warning);
  });

  test('a link that a page builder emptied is read from the text behind it', () => {
    expect(read(rss('<item><title>甲</title><link/>http://a.example/1\n</item>')).items[0]?.link).toBe(
      'http://a.example/1',
    );
  });

  test('an entity of the document itself is read, once', () => {
    const text = `<!DOCTYPE rss [<!ENTITY city "海&amp;滨"><!ENTITY twice "&city;&city;">]>${rss('<item><title>&city;|&twice;</title></item>').slice(21)}`;
    expect(titles(text)).toEqual(['海&滨|&city;&city;']);
  });
});

test('JSON as other programs write it: a callback around it, a comma too many, names of RSS', () => {
  const feed = (items: string): string => `{"title":"频道","items":[${items}]}`;
  const item =
    '{"title":"甲","link":"http://a.example/1","guid":"g","pubDate":"2026-03-05 10:00","description":"<p>一</p>"}';
  expect(read(`callback(${feed(item)});`)).toMatchObject({ title: '频道', items: [{ title: '甲' }] });
  expect(read(feed(`${item},`))).toMatchObject({ items: [{ guid: 'g' }], warnings: [DAMAGE.faultyJson] });
  expect(read(feed(item)).items).toMatchObject([
    { link: 'http://a.example/1', guid: 'g', publishedAt: new Date('2026-03-05T02:00:00Z'), content: '一' },
  ]);
});

test.each([
  ['', 'malformed'],
  ['<?xml version="1.0" encod', 'malformed'],
  ['<?xml version="1.0"?>\n<!-- nothing -->', 'malformed'],
  ['{"version":', 'malformed'],
  ['<?xml version="1.0"?><urlset/>', 'not_a_feed'],
  ['plain words', 'not_a_feed'],
  ['[1,2]', 'not_a_feed'],
])('%j is %s: what is broken is told from what is something else', (text, outcome) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ outcome }) as Error);
});

describe('what is no feed says what it is', () => {
  test.each([
    ['', '空'],
    ['<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>', '/feed.xml'],
    ['<opml version="2.0"><body/></opml>', 'OPML'],
    ['plain words', 'RSS'],
    ['{"data":[]}', 'items'],
    ['[1,2]', 'JSON'],
    ['{"version":', 'JSON'],
  ])('%j', (text, told) => {
    expect(() => read(text)).toThrow(FeedError);
    expect(() => read(text)).toThrow(told);
  });
});

describe('dates', () => {
  const dateOf = (inside: string) => read(rss(`<item><title>甲</title>${inside}</item>`)).items[0];

  test.each([
    ['Thu, 05 Mar 2026 10:00:00 +0800', '2026-03-05T02:00:00.000Z'],
    ['Thursday, 05-Mar-26 02:00:00 GMT', '2026-03-05T02:00:00.000Z'],
    ['2026/3/5 10:00:00', '2026-03-05T02:00:00.000Z'],
    ['2026年3月5日 10:00', '2026-03-05T02:00:00.000Z'],
    ['2026-03-05 10:00:00', '2026-03-05T02:00:00.000Z'],
    ['2003-12', '2003-11-30T16:00:00.000Z'],
  ])('%s', (written, expected) => {
    expect(dateOf(`<pubDate>${written}</pubDate>`)).toMatchObject({
      publishedNote: 'stated',
      publishedAt: new Date(expected),
    });
  });

  test('absent, unreadable and future ones are marked; the first readable counts', () => {
    expect(dateOf('')).toMatchObject({ publishedNote: 'absent', publishedAt: null });
    expect(dateOf('<pubDate>soon</pubDate>')).toMatchObject({ publishedNote: 'unreadable', publishedAt: null });
    expect(dateOf('<pubDate>2026-03-05T13:00:00Z</pubDate>')).toMatchObject({ publishedNote: 'future' });
    expect(dateOf('<pubDate>-</pubDate><date>2026-03-05T02:00:00Z</date>')).toMatchObject({ publishedNote: 'stated' });
  });
});

describe('links', () => {
  const linkOf = (inside: string, baseUrl?: string) =>
    read(rss(`<item><title>甲</title>${inside}</item>`), baseUrl).items[0]?.link;

  test.each([
    ['<link> http://a.example/x?a=1&amp;b=2 </link>', undefined, 'http://a.example/x?a=1&b=2'],
    ['<link>http://a.example/x?a=1&amp;amp;b=2</link>', undefined, 'http://a.example/x?a=1&b=2'],
    ['<link>www.a.example/1</link>', 'http://b.example/', 'http://www.a.example/1'],
    ['<link>/n/1</link>', 'http://a.example/feed', 'http://a.example/n/1'],
    ['<link>//b.example/1</link>', undefined, 'https://b.example/1'],
    ['<link>javascript:alert(1)</link>', 'http://a.example/', null],
    ['<link>data:text/html,x</link>', undefined, null],
    ['<guid>http://a.example/1</guid>', undefined, 'http://a.example/1'],
    ['<guid isPermaLink="false">http://a.example/1</guid>', undefined, null],
    ['<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="http://a.example/feed"/>', undefined, null],
  ])('%s', (inside, base, expected) => {
    expect(linkOf(inside, base)).toBe(expected);
  });
});
