/** The stored instants from which the standing of a clock follows. */
export interface ClockFacts {
  openedAt: Date;
  dueAt: Date;
  metAt: Date | null;
  waivedAt: Date | null;
  /** When a cycle of continued release passed without one, and the next took its place. */
  missedAt?: Date | null;
}

export type Standing = 'running' | 'met' | 'late' | 'overdue' | 'waived' | 'missed';

/**
 * The standing of a clock at an instant. It follows from stored instants alone, never from whether a sweep has run.
 * The limit itself is in time: met when the answer came at or before `dueAt` (rules.md §1.4, 8).
 */
export function standing(clock: ClockFacts, now: Date): Standing {
  if (clock.metAt !== null) return clock.metAt <= clock.dueAt ? 'met' : 'late';
  if (clock.waivedAt !== null) return 'waived';
  if (clock.missedAt) return 'missed';
  return now > clock.dueAt ? 'overdue' : 'running';
}

/** True when the limit had passed before the case was opened: reported apart. */
export function bornOverdue(clock: Pick<ClockFacts, 'openedAt' | 'dueAt'>): boolean {
  return clock.openedAt > clock.dueAt;
}
