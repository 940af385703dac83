/** Units of an expected period, in seconds. */
export const UNITS = { minute: 60, hour: 3_600, day: 86_400 } as const;
export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = ['minute', 'hour', 'day'] as const satisfies Unit[];

/** The bounds of the api: a minute to a year. */
const SHORTEST = 60;
const LONGEST = 31_536_000;

export interface Period {
  count: number;
  unit: Unit;
}

/** In the largest unit that leaves a whole number. */
export function periodOf(seconds: number): Period {
  const unit = [...UNIT_NAMES].reverse().find((one) => seconds % UNITS[one] === 0) ?? 'minute';
  return { count: Math.max(1, Math.round(seconds / UNITS[unit])), unit };
}

/** Whole seconds; null when it is not a number or out of bounds. */
export function secondsOf(count: number, unit: Unit): number | null {
  const seconds = Math.round(count * UNITS[unit]);
  return seconds >= SHORTEST && seconds <= LONGEST ? seconds : null;
}
