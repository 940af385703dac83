import { DAMAGE } from './damage.js';
import { readFeed } from './feed-reader.js';

const now = new Date('2026-03-05T04:00:00Z');
const read = (text: string) => readFeed(text, { now });
const rss = (inside: string): string => `<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
const item = (inside: string): string => `<item><title>甲</title><description>${inside}</description></item>`;
const GOOD = item('好');

/** Each would keep a careless reader busy for seconds or for ever; the suite's own time limit is the only clock here. */
const HOSTILE: [string, string][] = [
  ['x<p forty thousand times', item('x<p'.repeat(40_000))],
  ['x<p forty thousand times in CDATA', item(`<![CDATA[${'x<p'.repeat(40_000)}]]>`)],
  ['x<p escaped', item('x&lt;p'.repeat(40_000))],
  ['a hundred thousand nested tags, escaped', item(`${'&lt;div&gt;'.repeat(100_000)}x`)],
  ['ten million ampersands', item('&'.repeat(10_000_000))],
  ['CDATA opened a million times', item(`${'<![CDATA['.repeat(1_000_000)}]]>`)],
  [
    'two hundred thousand namespaces',
    `<item ${Array.from({ length: 200_000 }, (_, at) => `xmlns:a${at}="u"`).join(' ')}></item>`,
  ],
  ['five million angle brackets', item('<'.repeat(5_000_000))],
  ['comments that never end', item('&lt;!--'.repeat(100_000))],
];

describe('a feed that means harm', () => {
  test.each(HOSTILE)('%s: the good item before it is read', (_name, inside) => {
    expect(read(rss(GOOD + inside)).items[0]).toMatchObject({ title: '甲', content: '好' });
  });

  test('a hundred thousand nested tags: reading stops at the limit and says so', () => {
    const { items, warnings } = read(rss(GOOD + item('<b>'.repeat(100_000))));
    expect(items[0]?.content).toBe('好');
    expect(warnings).toContain(DAMAGE.tooDeep);
  });

  test('millions of items or tags: reading stops at the limit and says so', () => {
    expect(read(rss('<item/>'.repeat(1_000_000))).warnings).toContain(DAMAGE.tooMany);
    expect(read(rss('<a/>'.repeat(2_000_000))).warnings).toContain(DAMAGE.tooMany);
  });

  test('entities that multiply stay small', () => {
    const names = Array.from(
      { length: 30 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    ).join('');
    const text = `<!DOCTYPE rss [<!ENTITY e0 "lol">${names}]>${rss(item('&e30;'.repeat(1000)))}`;
    expect(read(text).items[0]?.content.length).toBeLessThan(100_000);
  });

  test('an external entity is never fetched', () => {
    const text = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item('&x;'))}`;
    expect(read(text).items[0]?.content).toBe('&x;');
  });

  test.each([
    ['comments', '<!--'.repeat(1_000_000)],
    ['processing instructions', '<?x>'.repeat(1_000_000)],
    ['doctypes', '<!DOCTYPE ['.repeat(500_000)],
    ['blanks', ' '.repeat(5_000_000)],
    ['brackets of JSON', `{"items":${'['.repeat(2_000_000)}`],
    ['braces of JSON', `{"items":[${'{"a":'.repeat(500_000)}`],
    ['links of a page', `<html>${'<link '.repeat(1_000_000)}`],
  ])('nothing but %s is no feed', (_name, text) => {
    expect(() => read(text)).toThrow(/ · /);
  });
});
