/** A calendar day in Beijing time. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;

/** Whole days from one calendar day to another; negative when `to` is the earlier one. */
export function daysBetween(from: DayParts, to: DayParts): number {
  const instant = ({ year, month, day }: DayParts) => Date.UTC(year, month - 1, day);
  return Math.round((instant(to) - instant(from)) / DAY_MS);
}

export function plusDays({ year, month, day }: DayParts, days: number): DayParts {
  const moved = new Date(Date.UTC(year, month - 1, day) + days * DAY_MS);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

export function isCalendarDay({ year, month, day }: DayParts): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
