import { ClockWatch } from './clock-watch.js';

const MINUTE = 60_000;

describe('watching the clock of the database', () => {
  test('small differences are none, a jump either way is one', () => {
    const watch = new ClockWatch();
    watch.note({ database: 0, monotonic: 0 });
    expect(watch.note({ database: 31_000, monotonic: 1_000 }).jumpMs).toBe(0);
    expect(watch.note({ database: 32_000 + 2 * MINUTE, monotonic: 2_000 }).jumpMs).toBe(2 * MINUTE);
    expect(watch.note({ database: 33_000, monotonic: 3_000 }).jumpMs).toBe(-2 * MINUTE);
  });

  test('ten minutes without a jump are quiet, told once; a jump begins them anew', () => {
    const watch = new ClockWatch();
    const at = (minute: number, ahead = 0) =>
      watch.note({ database: (minute + ahead) * MINUTE, monotonic: minute * MINUTE });
    at(0);
    expect(at(9).quiet).toBe(false);
    expect(at(9.5, 5)).toEqual({ jumpMs: 5 * MINUTE, quiet: false });
    expect(at(19, 5).quiet).toBe(false);
    expect(at(19.5, 5).quiet).toBe(true);
    expect(at(40, 5).quiet).toBe(false);
  });
});
