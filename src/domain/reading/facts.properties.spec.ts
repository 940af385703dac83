import fc from 'fast-check';
import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { plainCharacters, plainForms } from '../text/characters.js';
import { findNumerals } from '../text/numerals.js';
import { type Facts, type Figure, readArticle } from './assessment.js';

const rules = shippedReadingRules();
const PUBLISHED = new Date('2026-05-12T10:00:00+08:00');
const factsOf = (title: string, text: string): Facts =>
  readArticle({ title, text, publishedAt: PUBLISHED }, rules).facts;

const ARTICLES: readonly (readonly [title: string, text: string])[] = [
  ['某地两车相撞致6死38伤', '5月11日7时许，某地两车相撞，造成6人死亡、38人受伤，其中5人重伤。'],
  ['某厂火灾', '5月11日，某厂发生火灾，至少12人遇难，3人失联，直接经济损失约1200万元。'],
  ['某县发生5.4级地震', '5月11日14时，某县发生5.4级地震，暂无人员伤亡，转移群众三千余人。'],
  ['某校学生食物中毒', '5月10日中午，某校60余名学生午餐后中毒，均已送医。'],
  ['老人过马路被撞身亡', '5月11日傍晚，一名七旬老人被货车撞倒，当场死亡，货车司机受轻伤。'],
  ['山洪致3人失踪', '5月11日夜，某村突发山洪，3人失踪。\n当地已出动200多人搜救。'],
];

/** Sentences of our own that hold numbers of anything but people. */
const UNRELATED = [
  '事发路段有74路公交车经过。',
  '该楼共30层，2008年建成。',
  '这是本月第3批检查，共4组。',
  '拨打110报警或119求助。',
  '3月15日起实行新规。',
  '天气预报说明日有6到7级大风，最高气温28度。',
  '该校占地5万平方米，有12栋教学楼。',
  '会议听取了第2项议题。',
  '公路全长18.6公里，限速80公里。',
  '当天股市成交3.5亿股。',
  '专家曾在2003年研究过6.8级地震的波形。',
  '门票每张40元，一家超市打九折。',
];

const plain = (text: string): string => plainCharacters(text, plainForms([]));

function spansStand(facts: Facts, fields: { title: string; text: string }): void {
  for (const figure of figuresOf(facts)) {
    expect(figure.span).not.toBe('');
    expect(fields[figure.field].slice(figure.start, figure.start + figure.span.length)).toBe(figure.span);
    expect(figure.confidence).toBeGreaterThan(0);
    expect(figure.confidence).toBeLessThan(1);
  }
}

const figuresOf = (facts: Facts): Figure[] =>
  Object.values(facts).filter((figure): figure is Figure => figure !== null);

/** The value is a number of the field, or the sum of some of them. */
function isJustified({ value }: Figure, field: string): boolean {
  let sums = new Set([0]);
  for (const numeral of findNumerals(plain(field)))
    sums = new Set([...sums, ...[...sums].map((sum) => sum + numeral.value)]);
  return sums.has(value);
}

describe('an unrelated sentence', () => {
  it('changes no figure, wherever it stands behind the opening', () => {
    const pick = fc.record({
      article: fc.constantFrom(...ARTICLES),
      added: fc.subarray(UNRELATED, { minLength: 1, maxLength: 4 }),
      newline: fc.boolean(),
    });
    fc.assert(
      fc.property(pick, ({ article: [title, text], added, newline }) => {
        const longer = text + (newline ? '\n' : '') + added.join('');
        expect(factsOf(title, longer)).toEqual(factsOf(title, text));
      }),
    );
  });

  it.each(UNRELATED)('%s says nothing of people', (sentence) => {
    const { magnitude, ...people } = factsOf('某地发生事故', sentence);
    expect(Object.values(people).every((figure) => figure === null)).toBe(true);
    expect(magnitude === null || magnitude.span.includes('6.8')).toBe(true);
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'死亡 遇难 失踪 受伤 重伤 轻伤 中毒 送医 转移 获救 伤亡 损失 地震 人 名 死 伤 亡 其中 至少 近 约 余 无 未造成 升至'.split(
        ' ',
      ),
    ),
    fc.constantFrom(...'，。；、：！ \n（）'.split('')),
    fc.integer({ min: 0, max: 3000 }).map(String),
    fc.constantFrom(...'一 三 十二 三十 百 上百 数十 十几 两 1.2亿 3万5千 ３０ 2008年 5月11日 6.8级 74路'.split(' ')),
  );
  const mixture = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

  it('no number of persons is read without its digits standing in the field', () => {
    fc.assert(
      fc.property(mixture, mixture, (title, text) => {
        const facts = factsOf(title, text);
        spansStand(facts, { title, text });
        const { economicLossYuan: _loss, magnitude: _magnitude, ...people } = facts;
        for (const figure of figuresOf(people as Facts))
          if (figure.value > 0) expect(isJustified(figure, figure.field === 'title' ? title : text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing throws, and spans are literal, in other scripts, signs and lone halves of them', () => {
    const strange = fc.constantFrom(
      '😀',
      '\ud83d',
      '\u0000',
      '傷亡',
      '遇難',
      '１２人',
      'ㄅ',
      'א',
      '…',
      '\u3000',
      '3人',
      '死亡',
      '%',
      '🔥5死',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(strange, fc.string({ maxLength: 4 })), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        spansStand(factsOf(text.slice(0, 40), text), { title: text.slice(0, 40), text });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '',
    '死',
    '3',
    '死亡',
    '3人死亡',
    '三',
    '，',
    '；3人死亡',
    '近',
    '百',
    '司机死亡，',
    '5月11日',
    '😀',
    '傷',
    '《',
    '没有造成',
  ])('a megabyte of "%s" is read', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / Math.max(1, unit.length)));
    expect(() => factsOf(text, text)).not.toThrow();
  });
});

describe('traditional characters and full width', () => {
  it.each([
    ['工廠爆炸致３死１２傷', { deaths: 3, injuries: 12 }],
    ['漁船翻覆 5人失聯', { missing: 5 }],
    ['大廈火災釀７死', { deaths: 7 }],
    ['巴士與貨車相撞 兩人輕傷', { injuries: 2, seriousInjuries: 0 }],
  ])('%s', (title, expected) => {
    const facts = factsOf(title, '');
    const said = Object.entries(facts).flatMap(([name, figure]) => (figure ? [[name, (figure as Figure).value]] : []));
    expect(Object.fromEntries(said)).toEqual(expected);
    spansStand(facts, { title, text: '' });
  });
});
