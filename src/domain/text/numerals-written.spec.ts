import fc from 'fast-check';
import { plainCharacters, plainForms } from './characters.js';
import { findNumerals } from './numerals.js';

const forms = plainForms([]);

/** The value read from a text that holds one number; NaN when it holds none or several. */
function read(text: string): number {
  const found = findNumerals(plainCharacters(text, forms));
  return found.length === 1 ? (found[0]?.value ?? NaN) : NaN;
}

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

/** A whole number below 10^12 as Chinese writes it. */
function chinese(value: number): string {
  if (value === 0) return '零';
  const parts = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
  const signs = ['亿', '万', ''];
  let written = '';
  parts.forEach((part, at) => {
    if (part === 0) return;
    const gap = written !== '' && (part < 1000 || (at === 2 && parts[1] === 0)) ? '零' : '';
    written += gap + section(part) + (signs[at] ?? '');
  });
  return written.replace(/^一十/, '十');
}

const grouped = (value: number): string => value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
const fullWidth = (text: string): string =>
  text.replace(/[0-9,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const whole = fc.oneof(
  fc.integer({ min: 0, max: 1e9 }),
  fc.integer({ min: 0, max: 9999 }),
  fc.integer({ min: 0, max: 130 }),
);

describe('a number written is read back', () => {
  it.each([
    ['in Arabic digits', (value: number) => String(value)],
    ['with separators', grouped],
    ['in full width', (value: number) => fullWidth(String(value))],
    ['in Chinese', chinese],
    ['in Chinese with 〇', (value: number) => chinese(value).replace(/零/g, '〇')],
    ['with 两 for a leading 二', (value: number) => chinese(value).replace(/二(?=[百千万亿])/g, '两')],
  ])('%s', (_, write) => {
    fc.assert(fc.property(whole, (value) => expect(read(`${write(value)}人`)).toBe(value)));
  });

  it('in thousands, ten thousands and hundred millions of Arabic digits', () => {
    const tenths = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(tenths, fc.constantFrom(['千', 1e3], ['万', 1e4], ['亿', 1e8]), (value, [sign, unit]) => {
        expect(read(`${String(value / 10)}${String(sign)}元`)).toBeCloseTo((value / 10) * Number(unit), 3);
      }),
    );
  });

  it('in mixtures such as 3万5千 and 1亿2000万', () => {
    const digit = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(digit, digit, fc.integer({ min: 1, max: 9999 }), (high, low, below) => {
        expect(read(`${String(high)}万${String(low)}千人`)).toBe(high * 1e4 + low * 1e3);
        expect(read(`${String(high)}亿${String(below)}万元`)).toBe(high * 1e8 + below * 1e4);
        expect(read(`${chinese(high)}亿${chinese(below)}万元`)).toBe(high * 1e8 + below * 1e4);
      }),
    );
  });

  it.each([
    ['廿三人', 23],
    ['廿余人', 20],
    ['卅二名', 32],
    ['一百二的', 120],
    ['两千三的', 2300],
    ['三万五的', 35_000],
    ['一百零二人', 102],
    ['一千〇五人', 1005],
    ['一万零五十人', 10_050],
    ['十亿元', 1e9],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value);
  });
});
