import type { Tier, VisitBounds } from '../../domain/clocks/policy.js';
import type { FailureClass } from './failure-class.js';

/** What is known of a source when its next visit is set. Seconds unless named otherwise. */
export interface GapFacts {
  /** For how long the server, or the document itself, says that it stays as it is; null when neither does. */
  freshSeconds: number | null;
  /** From one new thing to the next; null while unknown. */
  learnedSeconds: number | null;
  /** Since something new came last; null when nothing ever did. */
  quietSeconds: number | null;
  /** Null after a visit that went well. */
  failure: FailureClass | null;
  /** Visits that failed in a row, this one included. */
  failures: number;
  /** How long the server asks not to be called. */
  retryAfterSeconds: number | null;
  /** The first visit, or one after a long downtime: many others were made in the same moments. */
  inHerd: boolean;
  /** 0..1, spreads the visits. */
  chance: number;
}

/** Of `slowest`, kept for waiting: for the scheduler, for a turn at the host, for the answer. */
const WAITING = 0.05;
/** Visits are spread by so much of their gap, so that they never come in a herd; after one, by more. */
const SPREAD = { usual: 0.1, herd: 0.5 };
/** Visits in the time in which one new thing is expected. */
const VISITS_PER_NEW_THING = 2;
/** A source quiet for so many of its periods is taken to have slowed down. */
const QUIET_PERIODS = 4;
const DAY = 86_400;

/** Back-off grows by one step a failure, up to so many times the tier's slowest. */
const BACK_OFF: Record<FailureClass, { step: keyof VisitBounds; most: Record<Tier, number> }> = {
  soft: { step: 'fastest', most: { core: 1, regular: 2, wide: 2 } },
  temporary: { step: 'slowest', most: { core: 2, regular: 4, wide: 4 } },
  hard: { step: 'slowest', most: { core: 2, regular: 12, wide: 12 } },
};

/**
 * Seconds until a source is visited again. Freshness and habit move the gap within the tier's bounds; failures lengthen it
 * step by step up to a bound of their class, for core sources within the bounds while the failure is soft, and within twice
 * these at any rate, so that recovery is seen in time. Only Retry-After may exceed all bounds, up to a day.
 */
export function gapSeconds(bounds: VisitBounds, tier: Tier, facts: GapFacts): number {
  const gap = facts.failure === null ? usualGap(bounds, facts) : backOff(bounds, tier, facts.failure, facts.failures);
  return Math.max(spread(gap, bounds, facts), Math.min(facts.retryAfterSeconds ?? 0, DAY));
}

const ceilingOf = ({ slowest }: VisitBounds): number => slowest * (1 - WAITING);

function usualGap(bounds: VisitBounds, { learnedSeconds, quietSeconds, freshSeconds }: GapFacts): number {
  const period = Math.max(learnedSeconds ?? 0, (quietSeconds ?? 0) / QUIET_PERIODS);
  const wanted = Math.max(period / VISITS_PER_NEW_THING, freshSeconds ?? 0, bounds.fastest);
  return Math.min(wanted, ceilingOf(bounds));
}

function backOff(bounds: VisitBounds, tier: Tier, failure: FailureClass, failures: number): number {
  const { step, most } = BACK_OFF[failure];
  return Math.min(bounds[step] * failures, ceilingOf(bounds) * most[tier]);
}

/** Shorter by chance; what would come out faster than `fastest` is folded up again where the bounds leave room. */
function spread(gap: number, bounds: VisitBounds, { inHerd, chance }: GapFacts): number {
  const ceiling = Math.max(gap, ceilingOf(bounds));
  const floor = Math.min(bounds.fastest, ceiling * (1 - SPREAD.usual));
  const shorter = gap * (1 - (inHerd ? SPREAD.herd : SPREAD.usual) * chance);
  return shorter >= floor ? shorter : Math.min(2 * floor - shorter, ceiling);
}
