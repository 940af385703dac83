import fc from 'fast-check';
import { sourceId } from '../../contract/source.js';
import { planImport } from './plan-import.js';
import { type ListedFeed, readOpml } from './read-opml.js';
import { freeId, publisherOf } from './source-naming.js';
import { type ExportedSource, writeOpml } from './write-opml.js';

const listed = (url: string, more: Partial<ListedFeed> = {}): ListedFeed => ({
  ...{ name: '报', folder: null, id: null, tier: null, family: null, expectedSeconds: null },
  ...more,
  url,
});

describe('planning an import', () => {
  it('adds what is new, once, with an id of its own and the family of its publisher', () => {
    const existing = [{ id: 'daily', url: 'https://www.daily.com.cn/rss', family: 'daily' }];
    const urls = [
      'https://rss.daily.com.cn/sport.xml',
      'https://a.example/feed',
      'https://b.example/',
      'feed://b.example/x',
    ];
    const { add, known } = planImport(
      [...urls, 'https://A.example/feed#top', 'https://www.daily.com.cn/rss'].map((url) => listed(url)),
      existing,
    );
    expect(known).toBe(2);
    expect(add.map(({ id, family, tier }) => [id, family, tier])).toEqual([
      ['daily.com.cn-sport', 'daily', 'regular'],
      ['a.example', 'a.example', 'regular'],
      ['b.example', 'b.example', 'regular'],
      ['b.example-x', 'b.example', 'regular'],
    ]);
  });

  it.each([
    ['ftp://a.example/rss', /http/],
    ['javascript:alert(1)', /http/],
    ['not an address', /http/],
    ['https://u:p@a.example/', /密码/],
    ['http://127.0.0.1/', /内网/],
    ['http://[::ffff:10.0.0.1]/', /内网/],
    ['http://169.254.169.254/latest', /内网/],
    ['http://localhost:5432/', /内网/],
    [`https://a.example/${'x'.repeat(2_000)}`, /过长/],
  ])('refuses %s and says why', (url, reason) => {
    const { add, refused } = planImport([listed(url)], []);
    expect(add).toEqual([]);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it.each([
    ['www.people.com.cn', 'people.com.cn'],
    ['news.bbc.co.uk', 'bbc.co.uk'],
    ['feeds.a.example', 'a.example'],
    ['x.gov.cn:8080', 'x.gov.cn'],
    ['localhost', 'localhost'],
    ['192.0.2.7', '192.0.2.7'],
  ])('%s belongs to %s', (host, publisher) => {
    expect(publisherOf(host)).toBe(publisher);
  });

  it('always finds a valid id that is free', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (address, name) => {
        const url = new URL(address);
        const first = freeId(url, name, new Set());
        const second = freeId(url, name, new Set([first]));
        return sourceId.safeParse(first).success && sourceId.safeParse(second).success && first !== second;
      }),
    );
  });
});

const word = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map((text) => `x${text}`.replace(/[\s/\p{C}]+/gu, ''));
const exported: fc.Arbitrary<ExportedSource> = fc.record({
  id: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{2,30}$/).filter((id) => sourceId.safeParse(id).success),
  name: word,
  url: fc.webUrl({ withQueryParameters: true }).filter((url) => !/localhost|internal|local/.test(url)),
  tier: fc.constantFrom('core', 'regular', 'wide'),
  family: word,
  folder: fc.option(fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))),
  expectedSeconds: fc.option(fc.integer({ min: 60, max: 31_536_000 })),
});

describe('export and import', () => {
  it('give the same set back', () => {
    const sets = fc.uniqueArray(exported, { selector: ({ id }) => id, maxLength: 20 });
    fc.assert(
      fc.property(sets, (all) => {
        const sources = [...new Map(all.map((one) => [new URL(one.url).href.replace(/#.*$/, ''), one])).values()];
        const { add, refused } = planImport(readOpml(writeOpml(sources, new Date(0))), []);
        const byId = (one: ExportedSource, other: ExportedSource) => (one.id < other.id ? -1 : 1);
        expect(refused).toEqual([]);
        expect([...add].sort(byId)).toEqual([...sources].sort(byId));
      }),
    );
  });
});
