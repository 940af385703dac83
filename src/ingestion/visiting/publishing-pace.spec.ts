import { observedGap, paceAfter, type Pace } from './publishing-pace.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const UNKNOWN: Pace = { learnedSeconds: null, longestGapSeconds: null };
const after = (gaps: number[], from: Pace = UNKNOWN): Pace => gaps.reduce(paceAfter, from);
const repeated = (gap: number, times: number): number[] => Array.from({ length: times }, () => gap);

describe('how often a source publishes', () => {
  test('the first gap is believed, later ones move the mean', () => {
    expect(after([600])).toEqual({ learnedSeconds: 600, longestGapSeconds: 600 });
    expect(after([600, 1_100]).learnedSeconds).toBe(700);
  });

  test('it follows a source that changes its habits', () => {
    const slower = after([...repeated(600, 20), ...repeated(2_400, 20)]).learnedSeconds;
    expect(slower).toBeGreaterThan(2_300);
    expect(slower).toBeLessThanOrEqual(2_400);
  });

  test('a night does not make a fast source slow, but is remembered as its longest gap', () => {
    const { learnedSeconds, longestGapSeconds } = after([...repeated(120, 50), 8 * HOUR]);
    expect(learnedSeconds).toBeLessThan(240);
    expect(longestGapSeconds).toBe(8 * HOUR);
  });

  test('a weekend is remembered on the next one, and forgotten in time', () => {
    const weekend = after([60 * HOUR]);
    const aWeekLater = after(repeated(HOUR, 120), weekend).longestGapSeconds ?? 0;
    expect(1.5 * aWeekLater).toBeGreaterThan(60 * HOUR);
    const halfAYearLater = after(repeated(HOUR, 180 * 24), weekend).longestGapSeconds ?? 0;
    expect(halfAYearLater).toBeLessThan(2 * HOUR);
  });
});

describe('the gap a visit has observed', () => {
  const now = new Date('2026-01-05T12:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

  test.each([
    ['the first import has nothing before it', null, ago(60), null],
    ['a source read all the time', ago(HOUR), ago(60), HOUR],
    ['a source nobody read for most of the time', ago(8 * HOUR), ago(7 * HOUR), null],
    ['a short absence in a long gap', ago(2 * DAY), ago(HOUR), 2 * DAY],
    ['a first reading', null, null, null],
  ])('%s', (_, lastNewAt, lastOkAt, gap) => {
    expect(observedGap({ lastNewAt, lastOkAt }, now, 60)).toBe(gap);
  });
});
