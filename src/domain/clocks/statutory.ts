import type { ClockKind } from './policy.js';

/** Whether a notice of the State Council sets this limit; the cadence of continued release is the office's own. */
export const isStatutory = (kind: ClockKind): boolean => kind !== 'follow_up';

/** What an answer's instants say of how it came to be known. */
export interface Recorded {
  /** Publication, or beginning of the conference. */
  at: Date;
  recordedAt: Date;
}

/** 补录达标: published within the limit, and recorded after it. Another person vouches for it before it counts. */
export function isLateRecord({ at, recordedAt }: Recorded, dueAt: Date): boolean {
  return at <= dueAt && recordedAt > dueAt;
}
