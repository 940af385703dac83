/** How fine the text states the instant. A `day` is 00:00 Beijing time (or of the stated zone) of that day. */
export type DatePrecision = 'second' | 'minute' | 'hour' | 'day';

export interface ReadDate {
  at: Date;
  precision: DatePrecision;
}

/** Beijing time in minutes east of UTC, the zone of every text that names none. */
export const BEIJING_OFFSET = 480;

/** A civil date and time as written; `undefined` means the text does not say. `offset` is in minutes east of UTC. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour?: number | undefined;
  minute?: number | undefined;
  second?: number | undefined;
  millisecond?: number | undefined;
  offset?: number | undefined;
}

function isCivil({ year, month, day, hour = 0, minute = 0, second = 0 }: DateParts): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  const midnightAtEnd = hour === 24 && minute === 0 && second === 0;
  return (hour <= 23 || midnightAtEnd) && minute <= 59 && second <= 60;
}

/** The instant of civil parts, or null for a date that is on no calendar (月 13, 2 月 30 日). A leap second counts as :59. */
export function instantOf(parts: DateParts): ReadDate | null {
  if (!isCivil(parts)) return null;
  const { year, month, day, hour, minute, second, millisecond = 0, offset = BEIJING_OFFSET } = parts;
  const utc = Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, Math.min(second ?? 0, 59), millisecond);
  const at = new Date(utc - offset * 60_000);
  if (hour === undefined) return { at, precision: 'day' };
  if (minute === undefined) return { at, precision: 'hour' };
  return { at, precision: second === undefined ? 'minute' : 'second' };
}

/** The Beijing calendar day of an instant. */
export function beijingDay(at: Date): { year: number; month: number; day: number } {
  const local = new Date(at.getTime() + BEIJING_OFFSET * 60_000);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** Minutes east of UTC for `+0800`, `+08:00`, `+8`, `Z`, `GMT`; undefined when there is none. */
export function offsetOf(zone: string | undefined): number | undefined {
  if (!zone) return undefined;
  const numeric = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!numeric) return NAMED_ZONES.get(zone.toUpperCase());
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return numeric[1] === '-' ? -minutes : minutes;
}

/** CST is 中国标准时间 here: the feeds read are Chinese, the American zone of that name is not met in them. */
const NAMED_ZONES = new Map<string, number>([
  ['Z', 0],
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['CST', 480],
  ['BJT', 480],
  ['HKT', 480],
  ['JST', 540],
  ['KST', 540],
  ['CET', 60],
  ['CEST', 120],
  ['BST', 60],
  ['EST', -300],
  ['EDT', -240],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
]);
