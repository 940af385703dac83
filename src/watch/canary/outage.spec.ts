import { Outage } from './outage.js';

test('an outage is told after its patience, then once an hour, and anew after a success', () => {
  const outage = new Outage(60_000);
  expect(outage.failure(0)).toBeNull();
  expect(outage.failure(59_000)).toBeNull();
  expect(outage.failure(60_000)).toBe(60);
  expect(outage.failure(61_000)).toBeNull();
  expect(outage.failure(60_000 + 3_600_000)).toBe(3_660);
  outage.success();
  expect(outage.failure(4_000_000)).toBeNull();
  expect(outage.failure(4_060_000)).toBe(60);
});
