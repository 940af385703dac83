import type { ClockView } from '../../contract/clock.js';
import type { IncidentLine } from '../../contract/incident.js';
import { isOpenClock, SOON_MS } from '../clock/countdown.js';

/** The counters above the table, each of them a filter. */
export type Show = 'all' | 'overdue' | 'soon' | 'unsigned';

/** Of a case what its place in the table follows from. */
export interface Urgent {
  id: string;
  openedAt: string;
  clocks: readonly Pick<ClockView, 'state' | 'dueAt'>[];
}

/** A line never changes: another takes its place. */
const known = new WeakMap<Pick<Urgent, 'clocks'>, number[]>();

/** The limits that are still open, epoch milliseconds. Asked for every line at every drawing, so read once. */
function openLimits(line: Pick<Urgent, 'clocks'>): number[] {
  const before = known.get(line);
  if (before) return before;
  const limits = line.clocks.filter(isOpenClock).map((clock) => Date.parse(clock.dueAt));
  known.set(line, limits);
  return limits;
}

/** The nearest limit that is still open, epoch milliseconds; null when every duty is answered or there is none. */
export function nearestDue(line: Pick<Urgent, 'clocks'>): number | null {
  const open = openLimits(line);
  return open.length === 0 ? null : Math.min(...open);
}

/** Overdue first (longest over on top), then due soonest, then those without an open limit, latest opened first. */
export function byUrgency(a: Urgent, b: Urgent): number {
  const dueA = nearestDue(a) ?? Infinity;
  const dueB = nearestDue(b) ?? Infinity;
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return b.openedAt.localeCompare(a.openedAt) || a.id.localeCompare(b.id);
}

/** Whether a duty of it is open beyond its limit at `now` (server time, epoch milliseconds). */
export function isOverdue(line: Pick<Urgent, 'clocks'>, now: number): boolean {
  return openLimits(line).some((due) => due < now);
}

/** Whether the incident belongs under the counter at `now` (server time, epoch milliseconds). */
export function belongs(line: IncidentLine, show: Show, now: number): boolean {
  if (show === 'all') return true;
  if (show === 'unsigned') return line.acknowledgedAt === null;
  if (show === 'overdue') return isOverdue(line, now);
  return openLimits(line).some((due) => due >= now && due - now <= SOON_MS);
}

export type Counts = Record<Show, number>;

/** How many incidents stand under each counter at `now`. */
export function countUp(lines: Iterable<IncidentLine>, now: number): Counts {
  const counts: Counts = { all: 0, overdue: 0, soon: 0, unsigned: 0 };
  for (const line of lines) {
    for (const show of ['all', 'overdue', 'soon', 'unsigned'] as const) {
      if (belongs(line, show, now)) counts[show] += 1;
    }
  }
  return counts;
}

/**
 * The rows to show. While a hand is at the table (`held`: the ids as they stood) nothing moves: rows keep their places, what has
 * come since waits to be let in. With `held` null everything is in order of urgency; so it is when nothing of what was held
 * is left, for an empty table beside what waits would look calm.
 */
export function arrange(
  lines: readonly IncidentLine[],
  held: readonly string[] | null,
): { rows: IncidentLine[]; waiting: number } {
  const sorted = [...lines].sort(byUrgency);
  if (held === null) return { rows: sorted, waiting: 0 };
  const byId = new Map(lines.map((line) => [line.id, line]));
  const rows = held.map((id) => byId.get(id)).filter((line) => line !== undefined);
  if (rows.length === 0) return { rows: sorted, waiting: 0 };
  return { rows, waiting: sorted.length - rows.length };
}
