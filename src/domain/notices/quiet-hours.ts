import type { QuietSpan } from '../clocks/policy.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Beijing knows no daylight saving. */
const BEIJING = 8 * 60 * MINUTE;

/** When the quiet hours that hold at this instant end; null when none do. The end itself is no longer quiet. */
export function quietUntil({ from, to }: QuietSpan, at: Date): Date | null {
  const local = at.getTime() + BEIJING;
  const today = Math.floor(local / DAY) * DAY;
  const starts = wallTime(from);
  const ends = wallTime(to) + (wallTime(to) < starts ? DAY : 0);
  for (const day of [today - DAY, today]) {
    if (local >= day + starts && local < day + ends) return new Date(day + ends - BEIJING);
  }
  return null;
}

/** Milliseconds after midnight of `HH:MM`. */
function wallTime(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
}
