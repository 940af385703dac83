import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { DAMAGE } from './damage.js';
import { type XmlEvents, XmlScanner } from './xml-scanner.js';

/** What a document says, texts joined, so that two readers can be compared. */
class Log implements XmlEvents {
  readonly lines: string[] = [];
  readonly damages: string[] = [];

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.lines.push(`<${name} ${JSON.stringify(attributes)}`);
  }
  closed(name: string): void {
    this.lines.push(`/${name}`);
  }
  text(written: string): void {
    const last = this.lines.at(-1);
    if (last?.startsWith('=')) this.lines[this.lines.length - 1] = last + written;
    else this.lines.push(`=${written}`);
  }
  cdata(text: string): void {
    this.text(text);
  }
  declaration(): void {
    this.lines.push('!');
  }
  damaged(damage: string): void {
    this.damages.push(damage);
  }
}

function scanned(xml: string): Log {
  const log = new Log();
  new XmlScanner(xml, log).scan();
  return log;
}

function byHtmlparser2(xml: string): string[] {
  const log = new Log();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => log.opened(name, { ...attributes }),
      onclosetag: (name) => log.closed(name),
      ontext: (text) => log.text(text),
      onprocessinginstruction: (_name, data) => {
        if (data.startsWith('!')) log.declaration();
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(xml);
  return log.lines;
}

const name = fc.constantFrom('item', 'title', 'dc:date', 'a', 'B');
const blank = fc.constantFrom('', ' ', '\n\t');
const attribute = fc
  .tuple(
    fc.constantFrom('x', 'Y', 'xml:base', 'href'),
    blank,
    fc.constantFrom('"', "'", ''),
    fc.constantFrom('v', 'u&amp;w', '1'),
  )
  .map(
    ([key, gap, quote, value]) =>
      ` ${key}${quote === '' ? '' : gap}=${quote === '' ? '' : gap}${quote}${value}${quote}`,
  );
const piece = fc.oneof(
  fc
    .tuple(name, fc.array(attribute, { maxLength: 3 }), blank, fc.constantFrom('>', '/>', '>', ' >'))
    .map(
      ([tag, attributes, gap, end]) => `<${tag}${attributes.join('')}${gap === '' && end === '/>' ? ' ' : gap}${end}`,
    ),
  fc.tuple(name, blank).map(([tag, gap]) => `</${tag}${gap}>`),
  fc.constantFrom(
    '甲',
    'a b',
    ' ',
    '&lt;',
    '&',
    '> ',
    '"',
    '< ',
    '<>',
    '<!-- x > y -->',
    '<!DOCTYPE rss>',
    '<?php x?>',
  ),
  fc.constantFrom(
    '<![CDATA[甲 <b> & ]]>',
    '<![CDATA[]]>',
    ']]>',
    '<a b>',
    '<a b c="d">',
    "<a b='\"'>",
    '<a/ >',
    '</ a>',
  ),
);

describe('the marks of a document', () => {
  test('are read as htmlparser2 reads them', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const xml = pieces.join('');
        expect(scanned(xml).lines).toEqual(byHtmlparser2(xml));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['<a><!-- never ends <b>甲</b></a>', ['<a {}', '=甲', '/a'], DAMAGE.openComment],
    ['<a x="1>甲</a><b>乙</b>', ['<a {"x":"1"}', '=甲', '/a', '<b {}', '=乙', '/b'], DAMAGE.openQuote],
    ['<a x="1>甲</a><b y="2">乙</b>', ['<a {"x":"1"}', '=甲', '/a', '<b {"y":"2"}', '=乙', '/b'], DAMAGE.openQuote],
    ['<a><![CDATA[甲', ['<a {}', '=甲', '/a'], DAMAGE.openCdata],
    ['<a>甲</a', ['<a {}', '=甲', '/a'], undefined],
  ])('%s: what never ends swallows nothing', (xml, lines, damage) => {
    expect(scanned(xml)).toMatchObject({ lines, damages: damage === undefined ? [] : [damage] });
  });

  test('of two attributes of one name the first counts, and of very many the first hundred', () => {
    expect(scanned('<a x="1" X="2">').lines[0]).toBe('<a {"x":"1"}');
    const many = Array.from({ length: 500 }, (_, n) => `a${n}="1"`).join(' ');
    expect(Object.keys(JSON.parse(scanned(`<a ${many}>`).lines[0]?.slice(3) ?? '') as object).length).toBeLessThan(200);
  });
});
