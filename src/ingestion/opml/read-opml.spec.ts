import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OPML_LIMITS, OpmlFault, readOpml } from './read-opml.js';

const opml = (body: string, version = '2.0') =>
  `<?xml version="1.0" encoding="UTF-8"?><opml version="${version}"><head><title>单子</title></head><body>${body}</body></opml>`;
const feed = (text: string, url = 'https://a.example/rss') => `<outline type="rss" text="${text}" xmlUrl="${url}"/>`;
const named = (text: string) => readOpml(text).map(({ name, folder }) => [name, folder]);

describe('reading OPML', () => {
  it('reads folders in folders, and takes feeds beside and inside them in their order', () => {
    const nested = `<outline text="地方"><outline title="县 报">${feed('甲')}</outline>${feed('乙')}</outline>${feed('丙')}`;
    expect(named(opml(nested))).toEqual([
      ['甲', '地方/县 报'],
      ['乙', '地方'],
      ['丙', null],
    ]);
  });

  it.each(['1.0', '1.1', '2.0'])('reads version %s', (version) => {
    expect(readOpml(opml(feed('甲'), version))).toHaveLength(1);
  });

  it.each([
    ['a title and no text', '<outline title="甲" xmlUrl="https://a.example/"/>', '甲'],
    ['neither', '<outline xmlUrl="https://a.example/"/>', ''],
    ['upper case', '<OUTLINE TEXT="甲" XMLURL="https://a.example/"/>', '甲'],
    ['references', feed('甲 &amp; 乙&#x3000;&eacute;&hellip;'), '甲 & 乙 é…'],
    ['a bare ampersand', feed('R&D'), 'R&D'],
    ['line breaks', feed('甲\n  乙'), '甲 乙'],
    ['control characters', feed('甲\u0001乙'), '甲乙'],
    ['single quotes', `<outline text='甲' xmlUrl='https://a.example/'></outline>`, '甲'],
  ])('forgives %s', (_, outline, name) => {
    expect(readOpml(opml(outline))).toMatchObject([{ name, folder: null }]);
  });

  it('decodes an ampersand in an address', () => {
    expect(readOpml(opml(feed('甲', 'https://a.example/?a=1&amp;b=2')))[0]?.url).toBe('https://a.example/?a=1&b=2');
  });

  it('starts after a byte order mark or junk, and needs no end', () => {
    expect(readOpml(`\ufeff ${opml(feed('甲'))}`)).toHaveLength(1);
    expect(readOpml(`junk ${opml(feed('甲') + feed('乙')).slice(0, -10)}`)).toHaveLength(2);
    expect(
      readOpml('<opml><body><outline text="甲" xmlUrl="https://a.example/"><outline text="乙" xmlUrl="b">'),
    ).toHaveLength(2);
  });

  it('reads entities of its own DTD once, never within each other', () => {
    const bomb = `<!DOCTYPE opml [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>`;
    expect(readOpml(bomb + opml(feed('&c;&a;')))[0]?.name).toBe('&b;&b;&b;&b;哈哈');
  });

  it('reads what only our own export says, and forgets it when it is wrong', () => {
    const own = (id: string, tier: string, period: string) =>
      `<outline text="甲" xmlUrl="https://a.example/" huiying:id="${id}" huiying:tier="${tier}" huiying:expectedSeconds="${period}"/>`;
    expect(readOpml(opml(own('jia', 'core', '600')))).toMatchObject([
      { id: 'jia', tier: 'core', expectedSeconds: 600 },
    ]);
    const wrong = { id: null, tier: null, expectedSeconds: null };
    expect(readOpml(opml(own('Jia!', 'best', '6e99')))).toMatchObject([wrong]);
    expect(readOpml(opml(own('manual', '', '')))).toMatchObject([wrong]);
  });

  it.each([
    ['what is no OPML', 'hello', /OPML/],
    ['a page', '<html><body><p>x</p></body></html>', /OPML/],
    ['too many feeds', opml(feed('甲').repeat(OPML_LIMITS.feeds + 1)), /2000/],
    ['too deep a nest', opml('<outline text="x">'.repeat(5_000)), /过深/],
    ['too deep a nest of anything', opml('<x>'.repeat(100_000) + '</y>'.repeat(100_000)), /过深/],
  ])('refuses %s', (_, text, message) => {
    expect(() => readOpml(text)).toThrow(OpmlFault);
    expect(() => readOpml(text)).toThrow(message);
  });

  it('takes a list at the limits, and long names cut', () => {
    expect(readOpml(opml(feed('甲').repeat(OPML_LIMITS.feeds)))).toHaveLength(OPML_LIMITS.feeds);
    const deep = `${'<outline text="很长的文件夹名">'.repeat(100)}${feed('名'.repeat(5_000))}${'</outline>'.repeat(100)}`;
    const [one] = readOpml(opml(deep));
    expect(one?.name).toHaveLength(200);
    expect(one?.folder?.split('/')).toHaveLength(10);
  });
});

const SHARED = resolve(__dirname, '../../../../shared/data/feeds/opml');
const told = existsSync(SHARED) ? it : it.skip;
if (!existsSync(SHARED)) console.warn(`skipped: ${SHARED} is not there`);

describe('lists met in the wild', () => {
  told.each(['Subs.opml', 'SubsNoTitleAttributes.opml'])('%s: every address, each with a name', (file) => {
    const text = readFileSync(resolve(SHARED, file), 'utf8');
    const feeds = readOpml(text);
    expect(feeds).toHaveLength([...text.matchAll(/xmlUrl="[^"]+"/g)].length);
    expect(feeds.filter(({ name, url }) => name === '' || !URL.canParse(url))).toEqual([]);
  });
});
