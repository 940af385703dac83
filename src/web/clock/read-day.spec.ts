import { readDay } from './read-day.js';

test.each([
  ['2026-11-22', '2026-11-22'],
  ['2028-02-29', '2028-02-29'],
  ['2026-02-29', undefined],
  ['2026-11-31', undefined],
  ['2026-13-01', undefined],
  ['22.11.2026', undefined],
  [20261122, undefined],
])('%s', (value, day) => {
  expect(readDay(value)).toBe(day);
});
