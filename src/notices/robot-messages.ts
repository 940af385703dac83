import type { ClaimedNotice } from './claimed-notice.js';
import { rank } from './digest.js';
import type { Wanted } from './robot-pace.js';

/** One message to a robot: a notice alone, or a digest. */
export interface RobotMessage {
  digestId: string | null;
  members: ClaimedNotice[];
}

/** Notices for one robot: which were never tried and may be merged, and messages that have begun and stay as they are. */
export interface Sorted {
  fresh: ClaimedNotice[];
  begun: RobotMessage[];
}

/** What was tried before may have arrived: it goes again under the key it went under. */
export function sortedByBeginning(notices: readonly ClaimedNotice[]): Sorted {
  const digests = new Map<string, ClaimedNotice[]>();
  const sorted: Sorted = { fresh: [], begun: [] };
  for (const notice of notices) {
    const { digestId, attempts } = notice;
    if (digestId !== null) digests.set(digestId, [...(digests.get(digestId) ?? []), notice]);
    else if (attempts > 1) sorted.begun.push({ digestId, members: [notice] });
    else sorted.fresh.push(notice);
  }
  for (const [digestId, members] of digests) sorted.begun.push({ digestId, members });
  return sorted;
}

export const wantedOf = ({ fresh, begun }: Sorted): Wanted => ({
  each: begun.length + fresh.length,
  merged: begun.length + Math.min(fresh.length, 1),
});

/** The gravest first, and of equal ones what was never told. */
export function messagesOf({ fresh, begun }: Sorted): RobotMessage[] {
  const alone = fresh.map((notice) => ({ digestId: null, members: [notice] }));
  const gravest = ({ members }: RobotMessage) => Math.min(...members.map(({ payload }) => rank(payload)));
  return [...alone, ...begun].sort((a, b) => gravest(a) - gravest(b));
}
