import { beijingDate, daySpan, fromField, monthDays, toField, toFieldSeconds, wallClock } from './beijing.js';

const at = (iso: string): number => Date.parse(iso);

describe('北京时间, whatever the machine says', () => {
  it('is eight hours ahead, across midnight and the turn of the year', () => {
    expect(wallClock(at('2026-11-22T06:05:09Z'))).toBe('14:05:09');
    expect(beijingDate(at('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  });

  it('goes into a field and comes back as the same instant', () => {
    const ms = at('2026-11-21T18:30:00Z');
    expect(toField(ms)).toBe('2026-11-22T02:30');
    expect(toFieldSeconds(ms + 7_999)).toBe('2026-11-22T02:30:07');
    expect(at(fromField(toField(ms)) ?? '')).toBe(ms);
  });

  it('refuses a half-typed time', () => {
    expect(fromField('')).toBeNull();
    expect(fromField('2026-11-22')).toBeNull();
  });

  it('spans whole days, the last one included', () => {
    expect(daySpan('2026-11-01', '2026-11-30')).toEqual({
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-30T16:00:00.000Z',
    });
  });

  it('knows this month and the last by Beijing days', () => {
    const newYear = at('2026-12-31T16:30:00Z');
    expect(monthDays(newYear, 0)).toEqual({ from: '2027-01-01', to: '2027-01-31' });
    expect(monthDays(newYear, 1)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(monthDays(at('2028-03-10T00:00:00Z'), 1)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
});
