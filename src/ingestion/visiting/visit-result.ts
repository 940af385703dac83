import type { Collection } from '../../domain/clocks/policy.js';
import { failureClass } from './failure-class.js';
import { observedGap, paceAfter } from './publishing-pace.js';
import { gapSeconds } from './visit-gap.js';
import type { Findings } from './visit-findings.js';
import { beginsToFail } from './visit-news.js';
import type { VisitResult } from './visit-record.js';
import type { BegunVisit, VisitedSource } from './visited-source.js';

const SECOND = 1000;

/** What a visit means for its source. @param chance 0..1, spreads the visits */
export function resultOf(
  { source, startedAt }: BegunVisit,
  findings: Findings,
  newItems: number,
  collection: Collection,
  chance: number,
): VisitResult {
  const bounds = collection[source.tier];
  const gap = newItems > 0 ? observedGap(source, startedAt, bounds.slowest) : null;
  const pace = gap === null ? source : paceAfter(source, gap);
  const { learnedSeconds, longestGapSeconds } = pace;
  const { outcome, ok, detail, items, warnings, etag, lastModified, host, freshSeconds, retryAfterMs } = findings;
  const facts = {
    freshSeconds: largest(freshSeconds, findings.serverFreshSeconds),
    learnedSeconds,
    quietSeconds: newItems > 0 ? 0 : quietSeconds(source, startedAt),
    failure: ok ? null : failureClass(outcome, findings.status, retryAfterMs !== undefined),
    failures: source.failures + 1,
    retryAfterSeconds: retryAfterMs === undefined ? null : retryAfterMs / SECOND,
    inHerd: isInHerd(source, startedAt, bounds.slowest),
    chance,
  };
  return {
    ...{ outcome, ok, detail, items, newItems, warnings, etag, lastModified, host, freshSeconds },
    ...{ learnedSeconds, longestGapSeconds, beginsToFail: beginsToFail(source, ok) },
    gapSeconds: gapSeconds(bounds, source.tier, facts),
  };
}

const largest = (one: number | null, other: number | null): number | null =>
  one === null && other === null ? null : Math.max(one ?? 0, other ?? 0);

const quietSeconds = ({ lastNewAt }: VisitedSource, now: Date): number | null =>
  lastNewAt === null ? null : (now.getTime() - lastNewAt.getTime()) / SECOND;

/** Its first visit, or one so late that the workers must have been away: then many sources were due together. */
const isInHerd = ({ lastVisitAt, dueAt }: VisitedSource, now: Date, slowest: number): boolean =>
  lastVisitAt === null || now.getTime() - dueAt.getTime() > slowest * SECOND;
