import { HOUR } from './deadlines.js';
import type { Level } from '../level.js';
import type { ClockKind, ClockRule } from './policy.js';

/** An official release. `confirmedAt`: another person has vouched for its instant (补录). */
export interface Release {
  id: string;
  title: string | null;
  at: Date;
  recordedAt: Date;
  confirmedAt: Date | null;
}

/** One cycle of continued release. */
export interface Cycle {
  startAt: Date;
  dueAt: Date;
  /** When the system could first know of it. */
  openedAt: Date;
  metAt: Date | null;
  /** The release that answered it. */
  evidenceId: string | null;
  /** Its limit, once that has passed without a release. */
  missedAt: Date | null;
  waivedAt: Date | null;
}

/** Hours of a cycle that begins at this instant. */
export type HoursFrom = (startAt: Date) => number;

/** The office's cadence: closer in the first days of a case of a grave level. */
export function cadenceOf(rule: ClockRule, one: { level: Level | null; clockStartAt: Date }): HoursFrom {
  const closer = rule.closer?.find(({ levels }) => one.level !== null && levels.includes(one.level));
  if (!closer) return () => rule.hours;
  const until = one.clockStartAt.getTime() + closer.withinHours * HOUR;
  return (startAt) => (startAt.getTime() < until ? closer.hours : rule.hours);
}

/** A cycle that begins. */
export function newCycle(startAt: Date, openedAt: Date, hours: number): Cycle {
  const dueAt = new Date(startAt.getTime() + hours * HOUR);
  return { startAt, dueAt, openedAt, metAt: null, evidenceId: null, missedAt: null, waivedAt: null };
}

/**
 * 持续发布: the cycles of a case as they stand at an instant, from those that stand already, the oldest first.
 *
 * A cycle is answered by the earliest release after its start and up to its limit; the next one begins with that release. A cycle that
 * passed without one is missed and the next begins from its limit: so each period of silence has its own verdict, whenever it was noticed,
 * and nothing drifts with the sweep. A release within the period after the limit answers the missed cycle late, and the running one in
 * time; after that it stays missed. A release published in time and recorded after the limit counts once another person has vouched for
 * it, as everywhere; it changes the verdict of its own cycle and moves no cycle that has begun meanwhile.
 * @param hoursFrom how long a cycle is that begins at an instant, by the policy the case began with
 * @returns all cycles: the given ones with their verdicts, and those that have begun since
 */
export function cyclesAt(
  held: readonly Cycle[],
  hoursFrom: HoursFrom,
  releases: readonly Release[],
  now: Date,
): Cycle[] {
  const inOrder = [...releases].sort((a, b) => a.at.getTime() - b.at.getTime());
  const cycles = held.map((cycle, index) => judged(cycle, countedFor(cycle, held[index - 1], inOrder), now));
  for (;;) {
    const last = cycles.at(-1);
    const next = follower(last, hoursFrom, inOrder);
    if (next === null) return cycles;
    cycles.push(judged(next, countedFor(next, last, inOrder), now));
  }
}

/**
 * One release goes out on several channels within the hour, under one title: it does not answer the cycle that its first channel began, or
 * one begun since. A cycle that begins at the limit of a missed one was begun by no channel: whichever comes in it answers it.
 */
function countedFor(cycle: Cycle, before: Cycle | undefined, releases: readonly Release[]): readonly Release[] {
  if (before?.missedAt?.getTime() === cycle.startAt.getTime()) return releases;
  return releases.filter((one) => !isRepeat(one, releases, cycle.startAt));
}

const isRepeat = ({ title, at }: Release, releases: readonly Release[], startAt: Date): boolean =>
  title !== null &&
  releases.some((one) => one.title === title && one.at <= startAt && at.getTime() - one.at.getTime() <= HOUR);

function judged(cycle: Cycle, releases: readonly Release[], now: Date): Cycle {
  if (cycle.waivedAt !== null) return cycle;
  const missedAt = cycle.missedAt ?? (now > cycle.dueAt ? cycle.dueAt : null);
  const inTime = releases.find((one) => isWithin(one, cycle.startAt, cycle.dueAt) && isVouched(one, cycle.dueAt));
  if (inTime) return { ...cycle, metAt: inTime.at, evidenceId: inTime.id };
  if (missedAt === null) return cycle;
  const late = releases.find((one) => isWithin(one, cycle.dueAt, endOfLate(cycle)));
  return { ...cycle, missedAt, metAt: late?.at ?? null, evidenceId: late?.id ?? null };
}

/** The cycle after the last one; null while that one runs, or where a decision has ended it. */
function follower(last: Cycle | undefined, hoursFrom: HoursFrom, releases: readonly Release[]): Cycle | null {
  if (!last || last.waivedAt !== null) return null;
  if (last.missedAt !== null)
    return newCycle(last.missedAt, later(last.missedAt, last.openedAt), hoursFrom(last.missedAt));
  if (last.metAt === null) return null;
  const recordedAt = releases.find((one) => one.id === last.evidenceId)?.recordedAt ?? last.metAt;
  return newCycle(last.metAt, later(recordedAt, last.openedAt), hoursFrom(last.metAt));
}

/** Whether a publication at this instant could still change the verdict of a duty; a cycle is answered only by what came after its start. */
export function isOpenTo(clock: Pick<Cycle, Span | 'metAt' | 'waivedAt'> & { kind: ClockKind }, at: Date): boolean {
  const { kind, startAt, metAt, waivedAt } = clock;
  if (waivedAt !== null || (metAt !== null && metAt <= at)) return false;
  return kind !== 'follow_up' || isWithin({ at }, startAt, endOfLate(clock));
}

type Span = 'startAt' | 'dueAt';

const endOfLate = ({ startAt, dueAt }: Pick<Cycle, Span>): Date =>
  new Date(dueAt.getTime() + dueAt.getTime() - startAt.getTime());

const isWithin = ({ at }: Pick<Release, 'at'>, after: Date, upTo: Date): boolean => at > after && at <= upTo;

const isVouched = ({ recordedAt, confirmedAt }: Release, dueAt: Date): boolean =>
  recordedAt <= dueAt || confirmedAt !== null;

const later = (a: Date, b: Date): Date => (a > b ? a : b);
