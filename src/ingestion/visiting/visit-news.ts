import type { JournalRow } from '../../journal/append.js';
import type { VisitedSource } from './visited-source.js';
import type { VisitResult } from './visit-record.js';

/** So many failed visits in a row are told. */
export const FAILURES_TOLD = 3;

export const VISITING = 'system:visiting';

type Change = Pick<VisitResult, 'ok' | 'outcome' | 'newItems' | 'beginsToFail'>;

/** Whether this failure is the one that is told; the canary is told of by its own watch. */
export function beginsToFail(source: VisitedSource, ok: boolean): boolean {
  return !ok && source.channel === 'live' && source.failingSince === null && source.failures + 1 >= FAILURES_TOLD;
}

/** What people are told of a source after a visit: that it fails, is read again, or speaks again. */
export function newsOf(source: VisitedSource, result: Change): JournalRow[] {
  const { id: sourceId, name } = source;
  const rows: [boolean, string, Record<string, unknown>][] = [
    [result.beginsToFail, 'source.failing', { outcome: result.outcome }],
    [result.ok && source.failingSince !== null, 'source.recovered', { since: source.failingSince }],
    [result.newItems > 0 && source.silentSince !== null, 'source.speaks_again', { since: source.silentSince }],
  ];
  return rows
    .filter(([happened]) => happened)
    .map(([, kind, data]) => ({ kind, incidentId: null, actor: VISITING, data: { sourceId, name, ...plain(data) } }));
}

const plain = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  );
