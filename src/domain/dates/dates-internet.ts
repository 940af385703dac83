import { instantOf, offsetOf, type ReadDate } from './date-parts.js';
import { monthNamed } from './month-names.js';

const CLOCK = String.raw`(?:-\s*|at\s+)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?:\s*(?<half>[ap]m))?`;
const ZONE = String.raw`(?:\s*(?<zone>[+-]\d{1,2}(?::?\d{2})?|(?:etc\/)?[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?))?`;
/** The weekday in whatever language: it is not needed. */
const WEEKDAY = String.raw`(?:\p{L}{1,12}[.,]*\s*)?`;
const MONTH = String.raw`(?<month>\p{L}{3,12}|\d{1,2}月|[一二三四五六七八九十]{1,2}月)`;

/** RFC 822 and RFC 850: `Mon, 02 Jan 2006 15:04:05 +0800`, `Monday, 02-Jan-06 15:04:05 GMT`, `星期一, 02 一月 2006 15:04:05`. */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(?<day>\d{1,2})[.\s-]+${MONTH}[.\s,-]+(?<year>\d{4}|\d{2})(?:[\s,]+${CLOCK}${ZONE})?`,
  'iu',
);
/** asctime and American order: `Mon Jan  2 15:04:05 2006`, `January 2, 2006 15:04`. */
const MONTH_FIRST = new RegExp(
  String.raw`^(?:\p{L}{2,12}[.,]*\s+)?${MONTH}\.?\s+(?<day>\d{1,2})(?:,?\s+(?<year>\d{4}))?(?:[\s,]+${CLOCK}${ZONE})?(?:\s+(?<lateYear>\d{4}))?`,
  'iu',
);
/** Hungarian order: `2006-január-02T15:04-05:00`, `2006 Jan 2`. */
const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})[.\s-]+(?<month>\p{L}{3,12})[.\s-]+(?<day>\d{1,2})(?:[T\s,]+${CLOCK}${ZONE})?`,
  'iu',
);

/** RFC 2822 §4.3: two-digit years 00-49 are 2000-2049, 50-99 are 1950-1999. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** 3 pm is 15, 12 am is 0. */
export function hourOf({ hour: written, half }: Record<string, string | undefined>): number | undefined {
  if (written === undefined) return undefined;
  const hour = Number(written);
  const word = half?.toLowerCase();
  if (word === 'pm' && hour < 12) return hour + 12;
  return word === 'am' && hour === 12 ? 0 : hour;
}

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

/** Dates of internet mail and news with the month's name, with or without weekday, seconds and zone. */
export function readInternetDate(text: string): ReadDate | null {
  const groups = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text) ?? YEAR_FIRST.exec(text))?.groups;
  const month = monthNamed(groups?.['month'] ?? '');
  const year = groups?.['year'] ?? groups?.['lateYear'];
  if (!groups || month === 0 || year === undefined) return null;
  return instantOf({
    year: fullYear(year),
    month,
    day: Number(groups['day']),
    hour: hourOf(groups),
    minute: optional(groups['minute']),
    second: optional(groups['second']),
    offset: offsetOf(groups['zone']),
  });
}
