import { rosterDay, rosterDays } from './workday.js';

describe('kinds of days', () => {
  test.each([
    ['2026-10-01', 'holiday', '国庆节'],
    ['2026-09-27', 'holiday', '中秋'],
    ['2026-10-10', 'makeup', '国庆节'],
    ['2026-09-20', 'makeup', '国庆节'],
    ['2026-11-21', 'weekend', undefined],
    ['2026-11-23', 'workday', undefined],
    ['2024-02-29', 'workday', undefined],
  ])('%s', (date, kind, zh) => {
    expect(rosterDay(date)).toMatchObject({ kind, announced: true });
    expect(rosterDay(date).name?.zh).toBe(zh);
  });

  test('a year whose holidays nobody has announced is told as such', () => {
    expect(rosterDay('2035-10-01')).toEqual({ date: '2035-10-01', kind: 'workday', name: null, announced: false });
  });

  test('a week goes over the end of a month', () => {
    expect(rosterDays('2026-11-29', 3).map((day) => day.date)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
  });
});
