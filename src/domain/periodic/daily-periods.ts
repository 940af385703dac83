const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/**
 * The days, `YYYY-MM-DD` in Beijing, whose daily product is due at an instant: all from `first` on, or the last one alone
 * when there has been none yet.
 * @param hour the hour of the day in Beijing at which it falls due, 0 to 24 (the end of the day)
 */
export function dailyPeriods(first: string | null, now: Date, hour: number): string[] {
  const lastDue = Math.floor((now.getTime() + BEIJING_MS - hour * 3_600_000) / DAY_MS);
  const from = first === null ? lastDue : Date.parse(`${first}T00:00:00Z`) / DAY_MS;
  return Array.from({ length: Math.max(0, lastDue - from + 1) }, (_, index) =>
    new Date((from + index) * DAY_MS).toISOString().slice(0, 10),
  );
}
