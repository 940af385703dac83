import { type DateParts, instantOf, offsetOf, type ReadDate } from './date-parts.js';
import { fullYear, hourOf } from './dates-internet.js';

const CLOCK = String.raw`(?<half>上午|中午|下午|晚上|凌晨|早上)?\s*(?<hour>\d{1,2})\s*[:时点]\s*(?:(?<minute>\d{1,2})(?:\s*[:分]\s*(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?)?)?\s*秒?分?`;
const ZONE = String.raw`\s*(?<zone>(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?|[A-Z]{1,5}(?![A-Z]))?`;
const WEEKDAY = String.raw`(?:\s*\(?(?:(?:星期|礼拜|周)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)\)?)?`;
const YEAR_MONTH = String.raw`(?<year>\d{4})\s*(?:[-/.]|年)\s*(?<month>\d{1,2})\s*(?:[-/.]|月)\s*`;

const SPACED = new RegExp(
  String.raw`^${YEAR_MONTH}(?<day>\d{1,2})(?:日|号|\.)?${WEEKDAY}(?:T|\s|,)*(?:${CLOCK}${ZONE})?(?!\d)`,
  'i',
);
const GLUED = new RegExp(String.raw`^${YEAR_MONTH}(?<glued>\d{2,4})(?::(?<minute>\d{2})(?::(?<second>\d{2}))?)(?!\d)`);
const COMPACT =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T?(?<hour>\d{2}):?(?<minute>\d{2}):?(?<second>\d{2})?(?<zone>Z|[+-]\d{2}:?\d{2})?)?(?!\d)/i;
const EPOCH = /^(?:\d{10}|\d{13})(?:\.\d+)?$/;
/** `31.12.2006`, `31/12/2006 15:04`, `12/31/2006 3:04 PM`. */
const YEAR_LAST =
  /^(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?:[,\s]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<seconds>\d{2}))?(?:\s*(?<half>[ap]m))?(?:\s*(?<zone>[+-]\d{2}:?\d{2}|[a-z]{1,5}))?)?/i;
/** A year of two digits, of this century unless that is far ahead. */
const SHORT_YEAR = /^\d{2}(?=-\d{2}-\d{2}(?:$|[T\s]))/;

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

/** 下午 3 点 is 15:00; 中午 12 点 and 凌晨 12 点 keep their own meaning. */
function hourOfDay(hour: number | undefined, half: string | undefined): number | undefined {
  if (hour === undefined || half === undefined) return hour;
  if ((half === '下午' || half === '晚上') && hour < 12) return hour + 12;
  if (half === '中午' && hour < 3) return hour + 12;
  return half === '凌晨' && hour === 12 ? 0 : hour;
}

function partsOf(groups: Record<string, string | undefined>): DateParts {
  return {
    year: Number(groups['year']),
    month: Number(groups['month']),
    day: Number(groups['day']),
    hour: hourOfDay(optional(groups['hour']), groups['half']),
    minute: optional(groups['minute']),
    second: optional(groups['second']),
    millisecond: Math.trunc(Number(`0.${groups['fraction'] ?? '0'}`) * 1000),
    offset: offsetOf(groups['zone']),
  };
}

/**
 * Old archives lose the blank between day and hour: `2006-8-298:43` is the 29th, 8:43; `2011-11-914:16` the 9th, 14:16.
 * Three digits are read as two-digit day first, because such archives write neither day nor hour with a leading zero.
 */
function readGlued(groups: Record<string, string | undefined>): ReadDate | null {
  const digits = groups['glued'] ?? '';
  const dayLengths = digits.length === 3 ? [2, 1] : [digits.length / 2];
  for (const length of dayLengths) {
    const split = { ...groups, day: digits.slice(0, length), hour: digits.slice(length) };
    const read = instantOf(partsOf(split));
    if (read) return read;
  }
  return null;
}

function readEpoch(text: string): ReadDate {
  const digits = text.replace(/\..*$/, '');
  const value = Number(digits);
  return { at: new Date(digits.length === 10 ? value * 1000 : value), precision: 'second' };
}

/** Where day and month could be either, only America's clock of twelve hours tells: without it nobody guesses. */
function readYearLast(groups: Record<string, string | undefined>): ReadDate | null {
  const [first, second] = [Number(groups['first']), Number(groups['second'])];
  const american = groups['mark'] === '/' && (groups['half'] !== undefined || second > 12);
  if (groups['mark'] === '/' && !american && first <= 12) return null;
  return instantOf({
    ...{ year: Number(groups['year']), month: american ? first : second, day: american ? second : first },
    ...{ hour: hourOf(groups), minute: optional(groups['minute']), second: optional(groups['seconds']) },
    offset: offsetOf(groups['zone']),
  });
}

const KOREAN = /[\uac00-\ud7a3]/;
const KOREAN_OFFSET = 540;
const KOREAN_WORDS: [string, string][] = [
  ['년', '年'],
  ['월', '月'],
  ['일', '日'],
  ['오전', '上午'],
  ['오후', '下午'],
];

/** Korean dates are written like Chinese ones, by the clock of Seoul. */
function readKorean(text: string): ReadDate | null {
  const chinese = KOREAN_WORDS.reduce((written, [word, meant]) => written.replaceAll(word, meant), text);
  const groups = SPACED.exec(chinese)?.groups;
  return groups ? instantOf({ ...partsOf(groups), offset: offsetOf(groups['zone']) ?? KOREAN_OFFSET }) : null;
}

/** Dates written with year, month and day in figures, by dashes, slashes, dots or 年月日, and Unix time. */
export function readNumericDate(text: string): ReadDate | null {
  if (EPOCH.test(text)) return readEpoch(text);
  if (KOREAN.test(text)) return readKorean(text);
  const glued = GLUED.exec(text);
  if (glued?.groups) return readGlued(glued.groups);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast?.groups) return readYearLast(yearLast.groups);
  const whole = text.replace(SHORT_YEAR, (year) => String(fullYear(year)));
  const match = SPACED.exec(whole) ?? COMPACT.exec(whole);
  return match?.groups ? instantOf(partsOf(match.groups)) : null;
}
