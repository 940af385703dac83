import fc from 'fast-check';
import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { markText } from '../text/marked-text.js';
import { compileRules, readArticle } from './assessment.js';
import { patternTrap } from './trap-patterns.js';

const rules = shippedReadingRules();
const publishedAt = new Date('2026-05-12T10:00:00+08:00');
const read = (title: string, text: string) => readArticle({ title, text, publishedAt }, rules);

const PIECES = [
  ...'死伤亡人名12３十百千万亿余近至，。；：？?！（）《》“” \n\t级元月日时年起省州市邦籍俄美日以加阿尔😀𠮷傷難震災',
  ...[
    '发生',
    '地震',
    '火灾',
    '模拟',
    '演练',
    '全国',
    '1994年',
    '30年前',
    '3月1日',
    '网传',
    '谣言',
    '预测',
    '一审',
    '被告人',
  ],
  ...[
    '云南',
    '密云',
    '日本',
    '香港',
    '巴拿马籍',
    '重大',
    '特别重大事故',
    '挂牌督办',
    '造成',
    '重大人员伤亡',
    '12人死亡',
    '回顾：',
  ],
];
const anyText = (maxLength: number) =>
  fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength }).map((pieces) => pieces.join('')),
    fc.string({ maxLength, unit: 'binary' }),
  );

describe('any text whatever', () => {
  it('is read without a fault, and every word that spoke stands where it is said to stand', () => {
    fc.assert(
      fc.property(anyText(80), anyText(400), (title, text) => {
        const { why, trap } = read(title, text);
        const article = { title, text };
        for (const mark of [why.kind, why.trap, why.phase, why.scope, why.official].flat())
          expect(article[mark.field].slice(mark.start, mark.start + mark.span.length)).toBe(mark.span);
        expect(trap !== null).toBe(why.trap.length > 0);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    '',
    ' ',
    '\n',
    '死',
    '１２人死亡',
    '災難致12人罹難',
    '😀'.repeat(50),
    'a'.repeat(1_000_000),
    '全国3起'.repeat(250_000),
  ])('comes through %#', (text) => {
    expect(() => read(text.slice(0, 500), text)).not.toThrow();
    expect(() => read('', text)).not.toThrow();
  });

  it('asks the turns of phrase of no more than the title and the opening', () => {
    const { lexicon } = compileRules(rules);
    const title = markText(lexicon, 'title', '某地一厂房起火');
    const opening = '某日，'.repeat(40);
    expect(patternTrap(title, markText(lexicon, 'text', `${opening}经核查系谣言。`))).toBeNull();
    expect(patternTrap(title, markText(lexicon, 'text', '经核查系谣言。'))?.id).toBe('rumour_denial');
  });
});
