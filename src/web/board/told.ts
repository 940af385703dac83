import type { JournalLine } from '../../contract/incident.js';

/** Of these people hear elsewhere: notices on the case, matters to be judged on their lane. */
const ELSEWHERE = /^(notice\.|story\.triage$)/;
const MINUTE_CHARACTERS = 16;

const minuteOf = (at: string): string => at.slice(0, MINUTE_CHARACTERS);

/**
 * The happenings that are told, newest first: of several thresholds that one clock has passed in the same minute only the last, as
 * when a case is opened late.
 */
export function toldRows(rows: readonly JournalLine[]): JournalLine[] {
  const passed = new Set<string>();
  return rows.filter(({ kind, incidentId, at, data }) => {
    if (ELSEWHERE.test(kind)) return false;
    if (kind !== 'threshold.fired') return true;
    const one = `${incidentId ?? ''} ${String(data.clockKind)} ${minuteOf(at)}`;
    const isFirst = !passed.has(one);
    passed.add(one);
    return isFirst;
  });
}
