const MINUTE_MS = 60_000;

/** A small round, a step each minute, px of a 1920 px wide screen: nothing stands on the same dots for hours. */
const ROUND = [
  [0, 0],
  [3, 0],
  [3, 3],
  [0, 3],
  [-3, 3],
  [-3, 0],
  [-3, -3],
  [0, -3],
  [3, -3],
] as const;

/** By how much the picture stands aside in this minute, px of a 1920 px wide screen. */
export function shiftAt(now: number): readonly [number, number] {
  return ROUND[Math.floor(now / MINUTE_MS) % ROUND.length] ?? ROUND[0];
}
