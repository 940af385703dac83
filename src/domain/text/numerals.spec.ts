import fc from 'fast-check';
import { findNumerals } from './numerals.js';

const only = (text: string) => {
  const [numeral, ...rest] = findNumerals(text);
  expect(rest).toEqual([]);
  return numeral;
};

const DIGITS = '零一二三四五六七八九';

function section(value: number): string {
  let written = '';
  let gap = false;
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) gap ||= written !== '';
    else {
      written += (gap ? '零' : '') + (DIGITS[digit] ?? '') + sign;
      gap = false;
    }
  }
  return written;
}

/** A whole number from 1 to 99 999 999 as Chinese writes it. */
function chinese(value: number): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return section(low).replace(/^一十/, '十');
  return `${section(high)}万${low > 0 && low < 1000 ? '零' : ''}${section(low)}`;
}

describe('numerals', () => {
  it.each([
    ['30人', 30],
    ['三十人', 30],
    ['十二人', 12],
    ['一百零八人', 108],
    ['两千三百名', 2300],
    ['九千二百人', 9200],
    ['1.2亿元', 120_000_000],
    ['一亿二千万元', 120_000_000],
    ['1亿2000万元', 120_000_000],
    ['5万3千人', 53_000],
    ['3千人', 3000],
    ['5000万元', 50_000_000],
    ['12,345人', 12_345],
    ['二〇〇八年', 2008],
    ['三二三国道', 323],
    ['七点八级', 7.8],
    ['6.1级', 6.1],
    ['二点四万', 24_000],
  ])('reads %s as %d', (text, value) => {
    expect(only(text)).toMatchObject({ value, bound: 'exact', high: null, vague: false });
  });

  it.each([
    ['至少11人', 11, 'at_least'],
    ['超过200人', 200, 'at_least'],
    ['不超过200人', 200, 'at_most'],
    ['逾百人', 100, 'at_least'],
    ['近百人', 100, 'at_most'],
    ['上千人', 1000, 'at_least'],
    ['百余人', 100, 'at_least'],
    ['20多名', 20, 'at_least'],
    ['三百余人', 300, 'at_least'],
    ['20余万元', 200_000, 'at_least'],
    ['100多万', 1_000_000, 'at_least'],
    ['30人以上', 30, 'exact'],
    ['30以上', 30, 'at_least'],
    ['约70人', 70, 'about'],
    ['70左右', 70, 'about'],
    ['不足10人', 10, 'at_most'],
  ])('bounds %s', (text, value, bound) => {
    expect(only(text)).toMatchObject({ value, bound });
  });

  it.each([
    ['十几人', 11],
    ['二十几人', 21],
    ['数十人', 20],
    ['几百人', 200],
    ['数人', 2],
  ])('takes %s as at least %d, vaguely', (text, value) => {
    expect(only(text)).toMatchObject({ value, bound: 'at_least', vague: true });
  });

  it.each([
    ['3至5人', 3, 5],
    ['10-20人', 10, 20],
    ['三四人', 3, 4],
    ['十二三人', 12, 13],
    ['三四百人', 300, 400],
    ['五六十人', 50, 60],
  ])('reads both ends of %s', (text, value, high) => {
    expect(only(text)).toMatchObject({ value, high, bound: 'at_least' });
  });

  it.each(['百货大楼', '千万要小心', '万一', '数据', '几乎', '十分'])('finds no number in %s', (text) => {
    expect(findNumerals(text).filter((one) => one.value > 1)).toEqual([]);
  });

  it('does not take 附近 for a bound', () => {
    expect(only('附近5人')).toMatchObject({ value: 5, bound: 'exact' });
  });

  it('reads back every whole number written in Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => only(`${chinese(value)}人`)?.value === value),
    );
  });

  it('reads Chinese and Arabic writing of a number alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('人', '万元', '亿元'), (value, unit) => {
        expect(only(`${String(value)}${unit}`)?.value).toBe(only(`${chinese(value)}${unit}`)?.value);
      }),
    );
  });

  it('keeps every span inside the text, in order and without overlap, whatever the text', () => {
    const alphabet = fc.constantFrom(...'0123456789,.一二两十百千万亿余多近数几至人死a， ');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 200 }), (text) => {
        let last = 0;
        for (const numeral of findNumerals(text)) {
          expect(numeral.start).toBeGreaterThanOrEqual(last);
          expect(numeral.end).toBeGreaterThan(numeral.start);
          expect(numeral.end).toBeLessThanOrEqual(text.length);
          last = numeral.end;
        }
      }),
    );
  });
});
