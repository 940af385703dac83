/**
 * 北京时间: UTC+8 without daylight saving (true since 1991-09-15; no instant of this product is older). All functions are pure and
 * independent of the machine's own zone.
 */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');

/** What a clock and a calendar in Beijing show at the instant `ms` (epoch milliseconds). `weekday`: 0 is Sunday. */
export function beijingParts(ms: number) {
  const wall = new Date(ms + OFFSET_MS);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: wall.getUTCDay(),
  };
}

/** `14:05:09` */
export function wallClock(ms: number): string {
  const p = beijingParts(ms);
  return `${two(p.hour)}:${two(p.minute)}:${two(p.second)}`;
}

/** `14:05` */
export function wallMinute(ms: number): string {
  return wallClock(ms).slice(0, 5);
}

/** `2026-11-22` */
export function beijingDate(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 10);
}

/** The value of a `datetime-local` field that shows the instant as 北京时间, to the minute. */
export function toField(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 16);
}

/** The same to the second, for a field with `step={1}`. */
export function toFieldSeconds(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 19);
}

/** A `datetime-local` value read as 北京时间; null when it is empty or incomplete. The answer names its offset. */
export function fromField(value: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)) return null;
  return `${value.length === 16 ? `${value}:00` : value}+08:00`;
}

/** Midnight at the start of a Beijing day (`2026-11-22`), epoch milliseconds. */
export function dayStart(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}

/** The Beijing days from `from` to `to`, both included, as the half-open span of instants [from, to) the api asks for. */
export function daySpan(from: string, to: string): { from: string; to: string } {
  return { from: new Date(dayStart(from)).toISOString(), to: new Date(dayStart(to) + DAY_MS).toISOString() };
}

/** First and last day of the Beijing month that lies `back` months before the one of `ms`. */
export function monthDays(ms: number, back: number): { from: string; to: string } {
  const { year, month } = beijingParts(ms);
  const first = Date.UTC(year, month - 1 - back, 1);
  const last = Date.UTC(year, month - back, 0);
  return { from: new Date(first).toISOString().slice(0, 10), to: new Date(last).toISOString().slice(0, 10) };
}
