import { type BoundWord, boundBefore, boundAfter } from './numeral-bounds.js';

/** How the text bounds a number: 至少/超过/余 is `at_least`, 近/不足 is `at_most`, 约 is `about`. */
export type Bound = 'exact' | 'at_least' | 'at_most' | 'about';

/** One number standing in a text. Offsets are UTF-16 and take in 余/多/以上 and the like, not the words before it. */
export interface Numeral {
  value: number;
  /** Upper end of 3至5 or 三四; null when one number is meant. */
  high: number | null;
  bound: Bound;
  /** No digit stands there (数十, 几百, 十几): `value` is the least that can be meant. */
  vague: boolean;
  start: number;
  end: number;
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

const NONE = 0;
const ARABIC = 1;
const CHINESE = 2;
const UNIT = 3;
const VAGUE = 4;
const TENS = 5;

const CLASS = new Uint8Array(65536);
const VALUE = new Float64Array(65536);
for (let digit = 0; digit <= 9; digit++) {
  CLASS[48 + digit] = ARABIC;
  VALUE[48 + digit] = digit;
  const chinese = DIGITS.charCodeAt(digit);
  CLASS[chinese] = CHINESE;
  VALUE[chinese] = digit;
}
for (const [sign, value] of [
  ['〇', 0],
  ['两', 2],
  ['俩', 2],
] as const) {
  CLASS[sign.charCodeAt(0)] = CHINESE;
  VALUE[sign.charCodeAt(0)] = value;
}
for (const [sign, value] of Object.entries(UNITS)) {
  CLASS[sign.charCodeAt(0)] = UNIT;
  VALUE[sign.charCodeAt(0)] = value;
}
for (const [sign, value] of [
  ['廿', 20],
  ['卅', 30],
] as const) {
  CLASS[sign.charCodeAt(0)] = TENS;
  VALUE[sign.charCodeAt(0)] = value;
}
for (const sign of '数几') CLASS[sign.charCodeAt(0)] = VAGUE;

const classAt = (text: string, at: number): number => (at < text.length ? (CLASS[text.charCodeAt(at)] ?? NONE) : NONE);
const valueAt = (text: string, at: number): number => VALUE[text.charCodeAt(at)] ?? 0;

/** A number being read: 亿 and 万 close `total`, 千百十 close `section`, `current` is the digits not yet closed by a unit. */
interface Reading {
  at: number;
  total: number;
  section: number;
  current: number | null;
  high: number | null;
  vague: boolean;
  more: boolean;
  units: number;
}

const THOUSANDS = /,\d{3}(?!\d)/y;
const DECIMAL = /\.\d{1,8}/y;
/** Longer runs of digits are telephone numbers and serials; past this they are skipped as text. */
const LONGEST_RUN = 15;

function readArabic(text: string, reading: Reading): boolean {
  const from = reading.at;
  let end = from;
  while (classAt(text, end) === ARABIC) end++;
  const run = end - from;
  let digits = text.slice(from, Math.min(end, from + LONGEST_RUN));
  for (THOUSANDS.lastIndex = end; run <= 3 && THOUSANDS.test(text); THOUSANDS.lastIndex = end) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
  }
  DECIMAL.lastIndex = end;
  if (DECIMAL.test(text)) {
    digits += text.slice(end, DECIMAL.lastIndex);
    end = DECIMAL.lastIndex;
  }
  reading.current = Number(digits);
  reading.at = end;
  return run <= LONGEST_RUN;
}

/** 三四人 means three or four; 三二三国道 is a name read digit by digit; 七点八级 has a decimal. */
function readChineseDigits(text: string, reading: Reading): void {
  let value = valueAt(text, reading.at++);
  let read = 1;
  while (classAt(text, reading.at) === CHINESE) {
    const digit = valueAt(text, reading.at);
    const neighbours = read === 1 && digit === value + 1 && value > 0 && classAt(text, reading.at + 1) !== CHINESE;
    if (neighbours) reading.high = digit;
    else value = value * 10 + digit;
    reading.at++;
    read++;
    if (neighbours) break;
  }
  const decimal = read === 1 && text[reading.at] === '点' && classAt(text, reading.at + 1) === CHINESE;
  if (decimal && /[级万亿%]/.test(text[reading.at + 2] ?? '')) {
    value += valueAt(text, reading.at + 1) / 10;
    reading.at += 2;
  }
  reading.current = value;
}

function scaleHigh(reading: Reading, unit: number): void {
  if (reading.high !== null) reading.high *= unit;
}

function closeUnit(reading: Reading, unit: number): void {
  scaleHigh(reading, unit);
  if (unit < 10_000) {
    reading.section += (reading.current ?? 1) * unit;
  } else {
    const below = reading.section + (reading.current ?? 0);
    const base = unit > 10_000 ? reading.total + below : below;
    reading.total = (base || 1) * unit + (unit > 10_000 ? 0 : reading.total);
    reading.section = 0;
  }
  reading.current = null;
  reading.units++;
  reading.at++;
}

/** 余/多/几/来 inside or at the end: 20多万, 十几, 三百余. */
function readMore(text: string, reading: Reading): boolean {
  const sign = text[reading.at] ?? '';
  const afterUnit = reading.current === null && reading.units > 0;
  if (!/[余多几来]/.test(sign) || reading.more || (sign === '几' && !afterUnit)) return false;
  if (sign === '来' && !afterUnit && !((reading.current ?? 1) % 10 === 0)) return false;
  if (sign === '几') Object.assign(reading, { vague: true, current: 1 });
  reading.more = true;
  reading.at++;
  return true;
}

/** 廿三: two tens in one sign. */
function readTens(text: string, reading: Reading): void {
  reading.section = valueAt(text, reading.at++);
  reading.units++;
}

/** 一百二, 三万五: a last digit straight behind its unit counts tenths of that unit. */
function readTenths(text: string, start: number, reading: Reading): void {
  const { at, current, high } = reading;
  if (
    current === null ||
    high !== null ||
    at - 2 <= start ||
    classAt(text, at - 1) !== CHINESE ||
    !COLLOQUIAL.test(text.charAt(at))
  )
    return;
  const unit = classAt(text, at - 2) === UNIT ? valueAt(text, at - 2) : 0;
  if (unit >= 100) reading.current = (current * unit) / 10;
}

function readVague(text: string, reading: Reading): void {
  reading.at++;
  reading.vague = true;
  reading.more = true;
  reading.current = 2;
}

function step(text: string, reading: Reading): boolean {
  const kind = classAt(text, reading.at);
  const open = reading.current === null;
  if (kind === UNIT) closeUnit(reading, valueAt(text, reading.at));
  else if (kind === TENS && open && reading.units === 0) readTens(text, reading);
  else if (kind === ARABIC && open && !reading.more) return readArabic(text, reading);
  else if (kind === CHINESE && open && !reading.more) readChineseDigits(text, reading);
  else return readMore(text, reading);
  return true;
}

const STARTING_UNIT = /[近上逾超过数几成约]$/;

/** 百 千 万 亿 begin a number only in 近百人, 上千, 百余, 万名: elsewhere they stand in words (百货, 千万要). */
function maySpeakOfNumber(text: string, at: number): boolean {
  if (text[at] === '十') return !/[分字]/.test(text[at + 1] ?? '');
  return STARTING_UNIT.test(text[at - 1] ?? '') || /[余名人]/.test(text[at + 1] ?? '');
}

function readAt(text: string, start: number): Reading | null {
  const kind = classAt(text, start);
  if (kind === UNIT && !maySpeakOfNumber(text, start)) return null;
  const reading: Reading = {
    at: start,
    total: 0,
    section: 0,
    current: null,
    high: null,
    vague: false,
    more: false,
    units: 0,
  };
  if (kind === VAGUE) {
    if (classAt(text, start + 1) !== UNIT && !/[人名位]/.test(text[start + 1] ?? '')) return null;
    readVague(text, reading);
  }
  while (step(text, reading)) if (reading.at - start > 40) break;
  readTenths(text, start, reading);
  return reading;
}

/** Before a measure word the digit counts ones, for news writes 三百五十人 out in full. */
const COLLOQUIAL = /[^人名位例具户级点]|^$/;
const RANGE = /^[-~—–至到]{1,2}/;

function numeralOf(text: string, start: number, reading: Reading): Numeral {
  const value = reading.total + reading.section + (reading.current ?? 0);
  const high = reading.high === null ? null : value + reading.high - lastDigitPart(reading, value);
  const before = boundBefore(text, start);
  const after = boundAfter(text, reading.at);
  return {
    value,
    high,
    bound: decideBound(before, after, reading, high),
    vague: reading.vague,
    start,
    end: reading.at + (after?.length ?? 0),
  };
}

/** The part of the value that the approximate digit stands for: 十二三 -> 2, 三四百 -> 300. */
function lastDigitPart(reading: Reading, value: number): number {
  return reading.current ?? (reading.section > 0 ? reading.section : value);
}

function decideBound(before: BoundWord | null, after: BoundWord | null, reading: Reading, high: number | null): Bound {
  if (before && before.bound !== 'about') return before.bound;
  if (reading.more) return 'at_least';
  return after?.bound ?? before?.bound ?? (high === null ? 'exact' : 'at_least');
}

/** 3至5, 10-20: one number with two ends. */
function joinRange(text: string, low: Numeral): Numeral {
  const sign = RANGE.exec(text.slice(low.end, low.end + 2));
  if (!sign) return low;
  const start = low.end + sign[0].length;
  const next = classAt(text, start) === ARABIC || classAt(text, start) === CHINESE ? readAt(text, start) : null;
  if (!next) return low;
  const high = numeralOf(text, start, next);
  if (high.value <= low.value) return low;
  return { ...low, high: high.value, bound: 'at_least', end: high.end };
}

/** Every number of a text in half-width form (`plainCharacters`), in order. Time grows with the length alone. */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (let at = 0; at < text.length; at++) {
    if (classAt(text, at) === NONE) continue;
    const reading = readAt(text, at);
    if (!reading || reading.at === at) continue;
    const numeral = joinRange(text, numeralOf(text, at, reading));
    found.push(numeral);
    at = numeral.end - 1;
  }
  return found;
}
