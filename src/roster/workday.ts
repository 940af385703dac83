import chineseDays from 'chinese-days';
import type { RosterDay } from '../contract/roster.js';

const DAY_MS = 86_400_000;

/**
 * What kind of day this is by the State Council's yearly arrangement of holidays and make-up days (节假日安排), as the
 * package chinese-days carries it. A year that is not announced yet is told as such: its days are plain weekdays.
 * @param date `YYYY-MM-DD`, a day in Beijing
 */
export function rosterDay(date: string): RosterDay {
  const { work, name } = chineseDays.getDayDetail(date);
  const [en = '', zh = ''] = name.split(',');
  const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  const kind = zh === '' ? (weekend ? 'weekend' : 'workday') : work ? 'makeup' : 'holiday';
  return { date, kind, name: zh === '' ? null : { zh, en }, announced: isAnnounced(date.slice(0, 4)) };
}

/** Days from this one on. */
export function rosterDays(from: string, count: number): RosterDay[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    rosterDay(new Date(first + index * DAY_MS).toISOString().slice(0, 10)),
  );
}

const announced = new Map<string, boolean>();

function isAnnounced(year: string): boolean {
  const known =
    announced.get(year) ?? chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
  announced.set(year, known);
  return known;
}
