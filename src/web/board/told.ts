import type { JournalLine } from '../../contract/incident.js';

/** Of these people hear elsewhere: notices on their case, matters without a case at the desk where they are judged. */
function isElsewhere({ kind, incidentId }: JournalLine): boolean {
  if (kind.startsWith('notice.')) return true;
  return kind.startsWith('story.') && kind !== 'story.national' && incidentId === null;
}
const MINUTE_CHARACTERS = 16;

const minuteOf = (at: string): string => at.slice(0, MINUTE_CHARACTERS);

/**
 * The happenings that are told, newest first: of several thresholds that one clock has passed in the same minute only the last, as
 * when a case is opened late.
 */
export function toldRows(rows: readonly JournalLine[]): JournalLine[] {
  const passed = new Set<string>();
  return rows.filter((row) => {
    const { kind, incidentId, at, data } = row;
    if (isElsewhere(row)) return false;
    if (kind !== 'threshold.fired') return true;
    const one = `${incidentId ?? ''} ${String(data.clockKind)} ${minuteOf(at)}`;
    const isFirst = !passed.has(one);
    passed.add(one);
    return isFirst;
  });
}
