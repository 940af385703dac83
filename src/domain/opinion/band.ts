import type { Band } from './opinion-rules.js';

/** Score of the highest band reached, 0 below the first. */
export function bandScore(bands: readonly Band[], value: number): number {
  return bands.reduce((score, band) => (value >= band.from ? Math.max(score, band.score) : score), 0);
}

/** To one decimal, so that sums of shares read well and compare exactly. */
export function rounded(score: number): number {
  return Math.round(score * 10) / 10;
}
