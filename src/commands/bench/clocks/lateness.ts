import { rounded } from '../figure.js';

/** How late something was seen after its due instant, milliseconds. */
export interface Lateness {
  p50: number;
  p99: number;
  max: number;
  early: number;
}

/** @param late milliseconds after the due instant, negative when early; one entry for each due instant */
export function latenessOf(late: number[]): Lateness {
  const sorted = [...late].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  return { p50: at(0.5), p99: at(0.99), max: at(1), early: sorted.filter((ms) => ms < 0).length };
}

/**
 * Due instants spread unevenly over a span, each by itself, so that no grid of seconds is met by chance.
 * @param from ms since 1970
 * @param gapMs mean distance of two
 */
export function unevenInstants(from: number, many: number, gapMs: number): Date[] {
  // The golden ratio spreads the fractions of a second evenly and in no rhythm.
  return Array.from({ length: many }, (_, n) => new Date(Math.round(from + (n + ((n * 0.618034) % 1)) * gapMs)));
}
