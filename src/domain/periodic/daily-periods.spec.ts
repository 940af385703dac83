import { dailyPeriods } from './daily-periods.js';

const beijing = (text: string): Date => new Date(`${text}+08:00`);

describe('days that are due', () => {
  test('at nine in Beijing, not a moment before', () => {
    expect(dailyPeriods('2026-11-22', beijing('2026-11-22T08:59:59.999'), 9)).toEqual([]);
    expect(dailyPeriods('2026-11-22', beijing('2026-11-22T09:00:00'), 9)).toEqual(['2026-11-22']);
  });

  test('the first time it is the last one due alone', () => {
    expect(dailyPeriods(null, beijing('2026-11-22T14:00:00'), 9)).toEqual(['2026-11-22']);
    expect(dailyPeriods(null, beijing('2026-11-22T03:00:00'), 9)).toEqual(['2026-11-21']);
  });

  test('every day between, over the end of a month and a leap day', () => {
    expect(dailyPeriods('2028-02-28', beijing('2028-03-01T10:00:00'), 9)).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
  });

  test('a clock set back makes none', () => {
    expect(dailyPeriods('2026-11-22', beijing('2026-11-20T10:00:00'), 9)).toEqual([]);
  });
});
