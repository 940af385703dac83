import { axisOf } from './axis.js';

const HOUR = 3_600_000;

describe('the axis of the waterfall', () => {
  it('gives the hours up to the first limit most of the width', () => {
    const place = axisOf(0, 24 * HOUR, [5 * HOUR, 24 * HOUR]);
    expect([0, 2.5, 5, 14.5, 24].map((hour) => Number(place(hour * HOUR).toFixed(3)))).toEqual([0, 0.3, 0.6, 0.8, 1]);
  });

  it('is even where no limit stands within', () => {
    expect(axisOf(0, 48 * HOUR, [48 * HOUR])(12 * HOUR)).toBe(0.25);
  });

  it('keeps what lies outside at its ends, and never goes back', () => {
    const place = axisOf(10, 110, [50, 50, 500]);
    expect([place(0), place(1000)]).toEqual([0, 1]);
    for (let at = 10; at < 120; at += 5) expect(place(at + 5)).toBeGreaterThanOrEqual(place(at));
  });
});
