import { beijingDay, type DateParts, type DatePrecision, instantOf, type ReadDate } from './date-parts.js';

const AGO = /^(\d{1,3})\s*(秒钟?|分钟?|个?小时|天)\s*(?:之)?前/;
const DAY_WORD = /^(今天|今日|昨天|昨日|前天)\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const MONTH_DAY = /^(\d{1,2})(?:月|-|\/)(\d{1,2})日?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

const DAY_MS = 86_400_000;
const DAYS_BACK: Record<string, number> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 };
const UNITS: [start: string, milliseconds: number, precision: DatePrecision][] = [
  ['秒', 1000, 'second'],
  ['分', 60_000, 'minute'],
  ['小时', 3_600_000, 'hour'],
  ['个小时', 3_600_000, 'hour'],
  ['天', DAY_MS, 'day'],
];

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

function readAgo(match: RegExpExecArray, now: Date): ReadDate | null {
  const unit = UNITS.find(([start]) => (match[2] ?? '').startsWith(start));
  if (!unit) return null;
  const at = new Date(now.getTime() - Number(match[1]) * unit[1]);
  return unit[2] === 'day' ? instantOf(beijingDay(at)) : { at, precision: unit[2] };
}

function readMonthDay(match: RegExpExecArray, now: Date): ReadDate | null {
  const parts: DateParts = {
    year: beijingDay(now).year,
    month: Number(match[1]),
    day: Number(match[2]),
    hour: optional(match[3]),
    minute: optional(match[4]),
    second: optional(match[5]),
  };
  const read = instantOf(parts);
  const inFuture = read !== null && read.at.getTime() > now.getTime() + DAY_MS;
  return inFuture ? instantOf({ ...parts, year: parts.year - 1 }) : read;
}

/** Dates that lean on `now`: `3小时前`, `昨天 12:30`, `5月3日 08:00` (the latest such day that is not ahead of `now`). */
export function readRelativeDate(text: string, now: Date): ReadDate | null {
  if (/^刚刚/.test(text)) return { at: new Date(now.getTime()), precision: 'minute' };
  if (/^半个?小时前/.test(text)) return { at: new Date(now.getTime() - 1_800_000), precision: 'minute' };
  const ago = AGO.exec(text);
  if (ago) return readAgo(ago, now);
  const word = DAY_WORD.exec(text);
  if (word) {
    const day = beijingDay(new Date(now.getTime() - (DAYS_BACK[word[1] ?? ''] ?? 0) * DAY_MS));
    return instantOf({ ...day, hour: optional(word[2]), minute: optional(word[3]), second: optional(word[4]) });
  }
  const monthDay = MONTH_DAY.exec(text);
  return monthDay ? readMonthDay(monthDay, now) : null;
}
