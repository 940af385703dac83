import type { SourceView } from '../../contract/source.js';

/** How the time from one reading to the next stands against its limit, at `now` (epoch milliseconds). Lengths in seconds. */
export interface BudgetStanding {
  tone: 'running' | 'soon' | 'overdue';
  /** Share of the limit that is gone since the last reading, 0 to 1. */
  gone: number;
  /** From the last reading to the next one as planned; null before the first reading or while none is planned. */
  planned: number | null;
  limit: number;
}

type Timed = Pick<SourceView, 'lastOkAt' | 'nextVisitAt' | 'budgetSeconds'>;

export function budgetOf({ lastOkAt, nextVisitAt, budgetSeconds: limit }: Timed, now: number): BudgetStanding {
  if (lastOkAt === null) return { tone: 'running', gone: 0, planned: null, limit };
  const read = Date.parse(lastOkAt);
  const age = (now - read) / 1000;
  const planned = nextVisitAt === null ? null : Math.max(0, (Date.parse(nextVisitAt) - read) / 1000);
  const late = planned !== null && planned > limit;
  const tone = age > limit ? 'overdue' : late ? 'soon' : 'running';
  return { tone, gone: Math.min(1, Math.max(0, age / limit)), planned, limit };
}
