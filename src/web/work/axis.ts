/** Share of the width that the time up to the first limit has, where more is shown than that. */
const FIRST = 0.6;

/**
 * Where an instant stands on an axis from `start` to `end`, 0 to 1. The hours up to the first limit, in which nearly everything happens,
 * have most of the width; from there each part between two marks has an equal share of the rest.
 * @param marks instants in milliseconds, of which those between start and end part the axis
 */
export function axisOf(start: number, end: number, marks: readonly number[]): (at: number) => number {
  const inside = [...new Set(marks)].filter((mark) => mark > start && mark < end).sort((one, other) => one - other);
  const ends = [...inside, Math.max(end, start + 1)];
  const shareOf = (n: number) => (inside.length === 0 ? 1 : n === 0 ? FIRST : (1 - FIRST) / inside.length);
  return (at) => {
    let from = start;
    let sum = 0;
    for (const [n, to] of ends.entries()) {
      if (at <= to) return sum + Math.max(0, (at - from) / (to - from)) * shareOf(n);
      sum += shareOf(n);
      from = to;
    }
    return 1;
  };
}
