import { periodOf, secondsOf } from './period.js';

describe('an expected period', () => {
  test.each([
    [60, 1, 'minute'],
    [5_400, 90, 'minute'],
    [7_200, 2, 'hour'],
    [172_800, 2, 'day'],
  ] as const)('%d s is %d %s and back', (seconds, count, unit) => {
    expect(periodOf(seconds)).toEqual({ count, unit });
    expect(secondsOf(count, unit)).toBe(seconds);
  });

  test('stands between a minute and a year', () => {
    expect(secondsOf(0, 'day')).toBeNull();
    expect(secondsOf(-3, 'hour')).toBeNull();
    expect(secondsOf(Number('three'), 'hour')).toBeNull();
    expect(secondsOf(365, 'day')).toBe(31_536_000);
    expect(secondsOf(366, 'day')).toBeNull();
  });
});
