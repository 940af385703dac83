/** A stretch of time from `from` (counted in) to `to` (left out). */
export interface Span {
  from: Date;
  to: Date;
}

/** The stretches of a window that no turn covers, in order. */
export function gapsOf(turns: readonly Span[], window: Span): Span[] {
  const gaps: Span[] = [];
  let covered = window.from;
  for (const turn of [...turns].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (turn.from > covered) gaps.push({ from: covered, to: turn.from < window.to ? turn.from : window.to });
    if (turn.to > covered) covered = turn.to;
    if (covered >= window.to) return gaps;
  }
  return [...gaps, { from: covered, to: window.to }];
}
