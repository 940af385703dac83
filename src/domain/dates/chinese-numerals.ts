const DIGITS = '〇一二三四五六七八九';
const DATE = /^[〇零○一二三四五六七八九]{4}年/;
const NUMERALS = /[〇零○一二三四五六七八九十]+/g;

const digitOf = (numeral: string): number => ('零○'.includes(numeral) ? 0 : DIGITS.indexOf(numeral));

/** 三十一 is 31, 二〇二六 2026. */
function figureOf(numerals: string): string {
  const [tens = '', ones = ''] = numerals.split('十');
  if (!numerals.includes('十')) return [...numerals].map(digitOf).join('');
  return String((tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones)));
}

/** A date written out in numerals, in figures; any other text as it is. */
export const readChineseNumerals = (text: string): string =>
  DATE.test(text) ? text.replace(NUMERALS, figureOf) : text;
