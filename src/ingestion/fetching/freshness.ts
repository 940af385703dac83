const directive = (cacheControl: string, name: string): string | undefined =>
  new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*"?(\\d+)`, 'i').exec(cacheControl)?.[1];

/**
 * Seconds for which an answer (also a 304) stays fresh: `max-age` less `Age`, else `Expires` less `Date`. Null when the server
 * says nothing of it, or that nothing may be kept: that is no word about how often something new comes.
 * @param now ms since 1970, in place of a missing `Date`
 */
export function freshSeconds(headers: Record<string, string>, now: number): number | null {
  const cacheControl = headers['cache-control'] ?? '';
  if (/(?:^|[\s,])no-(?:cache|store)\b/i.test(cacheControl)) return null;
  const maxAge = directive(cacheControl, 'max-age');
  const seconds = maxAge === undefined ? untilExpiry(headers, now) : Number(maxAge) - ageOf(headers);
  return seconds !== null && seconds > 0 ? seconds : null;
}

function untilExpiry(headers: Record<string, string>, now: number): number | null {
  const expires = Date.parse(headers['expires'] ?? '');
  if (Number.isNaN(expires)) return null;
  const date = Date.parse(headers['date'] ?? '');
  return (expires - (Number.isNaN(date) ? now : date)) / 1000;
}

function ageOf(headers: Record<string, string>): number {
  const age = Number(headers['age'] ?? 0);
  return Number.isFinite(age) && age > 0 ? age : 0;
}
