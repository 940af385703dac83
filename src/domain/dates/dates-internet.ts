import { instantOf, offsetOf, type ReadDate } from './date-parts.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?:\s*(?<half>[ap]m))?`;
const ZONE = String.raw`(?:\s*(?<zone>[+-]\d{1,2}:?\d{2}|[a-z]{1,4}(?:[+-]\d{1,2}(?::?\d{2})?)?))?`;
const WEEKDAY = String.raw`(?:[a-z]{3,9},?\s+)?`;

/** RFC 822 and RFC 850: `Mon, 02 Jan 2006 15:04:05 +0800`, `Monday, 02-Jan-06 15:04:05 GMT`. */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z.]*[\s,-]+(?<year>\d{4}|\d{2})(?:[\s,]+${CLOCK}${ZONE})?`,
  'i',
);
/** asctime and American order: `Mon Jan  2 15:04:05 2006`, `January 2, 2006 15:04`. */
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(?<month>[a-z]{3})[a-z.]*\s+(?<day>\d{1,2})(?:,?\s+(?<year>\d{4}))?(?:[\s,]+${CLOCK}${ZONE})?(?:\s+(?<lateYear>\d{4}))?`,
  'i',
);

/** RFC 2822 §4.3: two-digit years 00-49 are 2000-2049, 50-99 are 1950-1999. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function hourOf(groups: Record<string, string | undefined>): number | undefined {
  if (groups['hour'] === undefined) return undefined;
  const hour = Number(groups['hour']);
  const half = groups['half']?.toLowerCase();
  if (half === 'pm' && hour < 12) return hour + 12;
  return half === 'am' && hour === 12 ? 0 : hour;
}

/** English dates of internet mail and news, with or without weekday, seconds and zone. */
export function readInternetDate(text: string): ReadDate | null {
  const groups = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups;
  const month = MONTHS.indexOf((groups?.['month'] ?? '').toLowerCase()) + 1;
  const year = groups?.['year'] ?? groups?.['lateYear'];
  if (!groups || month === 0 || year === undefined) return null;
  return instantOf({
    year: fullYear(year),
    month,
    day: Number(groups['day']),
    hour: hourOf(groups),
    minute: groups['minute'] === undefined ? undefined : Number(groups['minute']),
    second: groups['second'] === undefined ? undefined : Number(groups['second']),
    offset: offsetOf(groups['zone']),
  });
}
