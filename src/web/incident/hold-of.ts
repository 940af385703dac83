import type { JournalLine } from '../../contract/incident.js';

export interface Hold {
  at: string;
  by: string;
  reason: string;
}

const PLACED = 'incident.hold_placed';
const LIFTED = 'incident.hold_lifted';

/** The hold that stands by the journal of a case: the last row of both kinds tells. */
export function holdOf(journal: readonly JournalLine[]): Hold | null {
  const last = journal
    .filter(({ kind }) => kind === PLACED || kind === LIFTED)
    .reduce<JournalLine | null>((latest, row) => (latest === null || row.seq > latest.seq ? row : latest), null);
  if (last?.kind !== PLACED) return null;
  return { at: last.at, by: last.actor, reason: typeof last.data.reason === 'string' ? last.data.reason : '' };
}
