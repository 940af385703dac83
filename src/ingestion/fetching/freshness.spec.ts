import { freshSeconds } from './freshness.js';
import { retryAfterMs } from './retry-after.js';

const NOW = Date.parse('2026-01-05T00:00:00Z');

describe('how long a server says that its answer holds', () => {
  test.each<[Record<string, string>, number | null]>([
    [{}, null],
    [{ 'cache-control': 'max-age=600' }, 600],
    [{ 'cache-control': 'public, max-age="600"', age: '100' }, 500],
    [{ 'cache-control': 'public,MAX-AGE=600', age: 'old' }, 600],
    [{ 'cache-control': 'max-age=600', age: '700' }, null],
    [{ 'cache-control': 'max-age=600, no-cache' }, null],
    [{ 'cache-control': 'no-store', expires: 'Mon, 05 Jan 2026 01:00:00 GMT' }, null],
    [{ 'cache-control': 's-maxage=600' }, null],
    [{ expires: 'Mon, 05 Jan 2026 00:30:00 GMT' }, 1800],
    [{ expires: 'Mon, 05 Jan 2026 00:30:00 GMT', date: 'Mon, 05 Jan 2026 00:20:00 GMT' }, 600],
    [{ expires: 'Mon, 05 Jan 2026 00:30:00 GMT', 'cache-control': 'max-age=60' }, 60],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, null],
    [{ expires: '-1' }, null],
  ])('%j is %s s', (headers, seconds) => {
    expect(freshSeconds(headers, NOW)).toBe(seconds);
  });
});

describe('how long a server asks not to be called', () => {
  test.each<[string | undefined, number | null]>([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 05 Jan 2026 00:10:00 GMT', 600_000],
    ['Sun, 04 Jan 2026 00:10:00 GMT', 0],
    ['99999999', 86_400_000],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
