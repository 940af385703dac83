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
  const numeric = /^(?:GMT|UTC|UT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!numeric) return zoneNamed(zone.toUpperCase().replace(/^ETC\//, ''));
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return numeric[1] === '-' ? -minutes : minutes;
}

/** CST is 中国标准时间 here: the feeds read are Chinese, the American zone of that name is not met in them. */
const ZONES: readonly [minutes: number, names: string][] = [
  [0, 'Z UT UTC GMT WET'],
  [60, 'CET MEZ MET WEST BST WAT'],
  [120, 'CEST MESZ MEST EET SAST CAT'],
  [180, 'EEST MSK EAT TRT'],
  [240, 'GST MSD'],
  [330, 'IST'],
  [420, 'ICT WIB'],
  [480, 'CST BJT HKT SGT PHT MYT AWST'],
  [540, 'JST KST'],
  [570, 'ACST'],
  [600, 'AEST'],
  [660, 'AEDT'],
  [720, 'NZST'],
  [780, 'NZDT'],
  [-180, 'ADT BRT ART'],
  [-240, 'EDT AST'],
  [-300, 'EST CDT'],
  [-360, 'MDT'],
  [-420, 'MST PDT'],
  [-480, 'PST AKDT'],
  [-540, 'AKST'],
  [-600, 'HST'],
];
const NAMED_ZONES = new Map(ZONES.flatMap(([minutes, names]) => names.split(' ').map((name) => [name, minutes])));

/** The letters of military zones are read as UTC: their signs were long written the wrong way round (RFC 2822 §4.3). */
const zoneNamed = (name: string): number | undefined => (/^[A-Z]$/.test(name) ? 0 : NAMED_ZONES.get(name));
