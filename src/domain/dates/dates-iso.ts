import { instantOf, offsetOf, type ReadDate } from './date-parts.js';

const TIME = String.raw`(?:T(?<hour>\d{2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?)?(?<zone>Z|[+-]\d{2}:?(?:\d{2})?)?)?`;
/** `2006-002`, `2006002T1504Z`: the day of the year. */
const ORDINAL = new RegExp(String.raw`^(?<year>\d{4})-?(?<ordinal>\d{3})${TIME}$`, 'i');
/** `2006-W01-1`, `2006W011`, `2006-W01`: week and weekday. */
const WEEK = new RegExp(String.raw`^(?<year>\d{4})-?W(?<week>\d{2})(?:-?(?<weekday>[1-7]))?${TIME}$`, 'i');
/** `2006-01-02T15Z`. */
const HOUR = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})T(?<hour>\d{2})(?<zone>Z|[+-]\d{2}:?(?:\d{2})?)?$/i;

type Groups = Record<string, string | undefined>;

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

function at(groups: Groups, year: number, month: number, day: number): ReadDate | null {
  return instantOf({
    ...{ year, month, day, hour: optional(groups['hour']), minute: optional(groups['minute']) },
    second: optional(groups['second']),
    offset: offsetOf(groups['zone']),
  });
}

/** @param day of the year, counted from 1; before and behind the year it runs on */
function atDayOfYear(groups: Groups, day: number): ReadDate | null {
  const date = new Date(Date.UTC(Number(groups['year']), 0, day));
  return at(groups, date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function readOrdinal(groups: Groups): ReadDate | null {
  const day = Number(groups['ordinal']);
  return day >= 1 && day <= 366 ? atDayOfYear(groups, day) : null;
}

/** The first week of a year is the one with 4 January; weeks begin on Monday. */
function readWeek(groups: Groups): ReadDate | null {
  const week = Number(groups['week']);
  if (week < 1 || week > 53) return null;
  const weekdayOfFourth = new Date(Date.UTC(Number(groups['year']), 0, 4)).getUTCDay() || 7;
  return atDayOfYear(groups, 4 - weekdayOfFourth + 7 * (week - 1) + Number(groups['weekday'] ?? 1));
}

/** The rarer forms of ISO 8601: weeks, days of the year, an hour without minutes. */
export function readIsoDate(text: string): ReadDate | null {
  const week = WEEK.exec(text)?.groups;
  if (week) return readWeek(week);
  const ordinal = ORDINAL.exec(text)?.groups;
  if (ordinal) return readOrdinal(ordinal);
  const hour = HOUR.exec(text)?.groups;
  return hour ? at(hour, Number(hour['year']), Number(hour['month']), Number(hour['day'])) : null;
}
