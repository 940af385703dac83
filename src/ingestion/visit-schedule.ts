import type { Policy, Tier } from '../domain/clocks/policy.js';

/** After failures the gap grows by its own length each time, up to this many times. */
const MOST_TIMES = 10;
/** Visits of many sources are spread by so much of their gap, so that they never come in a herd. */
const SPREAD = 0.1;

/** A core source is asked at least so often that its loss is noticed before the board calls itself blind. */
function longestGap(policy: Policy, tier: Tier): number {
  const { blindAfterSeconds } = policy.collection;
  return tier === 'core'
    ? Math.max(policy.collection.core.fastest, blindAfterSeconds / 2)
    : MOST_TIMES * policy.collection[tier].slowest;
}

/**
 * Seconds until a source is visited again. Failures lengthen the gap linearly up to a bound; none ever ends the visits.
 * A server's Retry-After is obeyed.
 * @param failures visits that failed in a row, this one included
 * @param chance 0..1, spreads the visits
 */
export function gapSeconds(
  policy: Policy,
  tier: Tier,
  { failures, retryAfterMs, chance }: { failures: number; retryAfterMs: number | undefined; chance: number },
): number {
  const usual = policy.collection[tier].fastest;
  const gap = Math.min(usual * Math.min(1 + failures, MOST_TIMES), Math.max(usual, longestGap(policy, tier)));
  const spread = gap * (1 - SPREAD * chance);
  return Math.max(spread, (retryAfterMs ?? 0) / 1000);
}
