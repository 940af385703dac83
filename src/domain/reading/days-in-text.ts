import { type DayParts, daysBetween, isCalendarDay } from '../dates/day-parts.js';
import { type MarkedText, hasMark } from '../text/marked-text.js';

const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月|本月|当月)?(\d{1,2})[日号]/g;

/** A day without year or month is the last such day up to the day after `published`. */
export function dayNear(
  year: string | undefined,
  month: string | undefined,
  day: string,
  published: DayParts,
): DayParts {
  if (year && month) return { year: Number(year), month: Number(month), day: Number(day) };
  if (month) return latestPast({ year: published.year, month: Number(month), day: Number(day) }, published);
  return dayInMonth(Number(day), published);
}

function latestPast(day: DayParts, published: DayParts): DayParts {
  return daysBetween(published, day) > 1 ? { ...day, year: day.year - 1 } : day;
}

function dayInMonth(day: number, { year, month, day: today }: DayParts): DayParts {
  if (day <= today + 1) return { year, month, day };
  return month === 1 ? { year: year - 1, month: 12, day } : { year, month: month - 1, day };
}

/** The day named last in some words, read against the day of publication, and where it ends; 截至 names no day of a happening. */
export function lastDayIn(words: string, published: DayParts): { day: DayParts; end: number } | null {
  if (!words.includes('日') && !words.includes('号')) return null;
  let found: { day: DayParts; end: number } | null = null;
  for (const match of words.matchAll(DAY)) {
    const [whole, year, month, day = ''] = match;
    if (/(?:截至|截止|至|到|自|从)\s*$/.test(words.slice(Math.max(0, match.index - 3), match.index))) continue;
    const parts = dayNear(year, month, day, published);
    if (isCalendarDay(parts)) found = { day: parts, end: match.index + whole.length };
  }
  return found;
}

const YEAR = /(?:^|\D)((?:19|20)\d\d)年/g;

/** Whether some words name years, and only years before the article's: 2003年研究过…. In January and February last year is near. */
export function speakOfEarlierYear(words: string, today: DayParts | null): boolean {
  if (!today || !words.includes('年')) return false;
  const years = [...words.matchAll(YEAR)].map((match) => Number(match[1]));
  const lastYear = today.month <= 2 ? today.year - 1 : today.year;
  return years.length > 0 && years.every((year) => year < lastYear);
}

/** How far back in a sentence its time is looked for. */
const REACH = 60;

/** The sentence before an offset tells of an earlier year or of what was (曾, 去年). */
export function tellsOfEarlier(text: MarkedText, at: number, today: DayParts | null): boolean {
  const before = text.plain.slice(Math.max(0, at - REACH), at);
  const from = at - before.length + Math.max(...[...'。！？；\n'].map((sign) => before.lastIndexOf(sign))) + 1;
  return hasMark(text, 'history', from, at) || speakOfEarlierYear(text.plain.slice(from, at), today);
}
