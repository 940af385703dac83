const LONGEST_MS = 24 * 3_600_000;

/** `Retry-After` in either form (seconds, HTTP date) as milliseconds from now, at most a day; null when absent or unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), LONGEST_MS) : null;
}
