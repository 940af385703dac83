/** How a source publishes, as its visits have shown. Seconds; null while unknown. */
export interface Pace {
  /** From one visit that brought something new to the next: a mean in which the latest count most. */
  learnedSeconds: number | null;
  /** The longest of these gaps, slowly forgotten: nights and weekends are longer than days. */
  longestGapSeconds: number | null;
}

/** The share of the latest gap in the mean. */
const WEIGHT = 0.2;
/** One gap counts for no more than so many means: a night does not make a fast source slow. */
const MOST_MEANS = 5;
/** Half of a longest gap is forgotten in this time, so that one weekend is remembered on the next. */
const HALF_LIFE = 21 * 86_400;
/** A source not read for longer than so many of its slowest gaps may have published long ago. */
const UNSEEN_GAPS = 2;

/** @param gap seconds between two visits that brought something new */
export function paceAfter({ learnedSeconds, longestGapSeconds }: Pace, gap: number): Pace {
  const counted = learnedSeconds === null ? gap : Math.min(gap, MOST_MEANS * learnedSeconds);
  const learned = learnedSeconds === null ? gap : learnedSeconds + WEIGHT * (counted - learnedSeconds);
  const remembered = (longestGapSeconds ?? 0) * 2 ** (-gap / HALF_LIFE);
  return { learnedSeconds: learned, longestGapSeconds: Math.max(gap, remembered) };
}

/**
 * Seconds from the last new thing to this one, or null when the visits cannot tell: the first import has nothing before it, and
 * after a time in which the source was not read nobody knows when the new thing came.
 * @param slowest of the tier, seconds
 */
export function observedGap(
  { lastNewAt, lastOkAt }: { lastNewAt: Date | null; lastOkAt: Date | null },
  now: Date,
  slowest: number,
): number | null {
  if (!lastNewAt || !lastOkAt) return null;
  const gap = (now.getTime() - lastNewAt.getTime()) / 1000;
  const unseen = (now.getTime() - lastOkAt.getTime()) / 1000;
  return gap > 0 && unseen <= Math.max(UNSEEN_GAPS * slowest, gap / 2) ? gap : null;
}
