import type { HeatPoint } from '../../contract/opinion.js';
import { barsOf, spanOf } from './sparkline.js';

const HOUR = 3_600_000;
const point = (hour: number, articles: number, hours: 1 | 24 = 1): HeatPoint => ({
  ...{ at: new Date(hour * HOUR).toISOString(), hours, articles, families: 1 },
});

describe('the heat curve', () => {
  it('draws a short life as the beginning of a day', () => {
    expect(spanOf([point(0, 1)])).toEqual({ start: 0, end: 24 * HOUR });
  });

  it('reaches as far as a limit or a release beyond the reports', () => {
    expect(spanOf([point(10, 1)], [8 * HOUR, 40 * HOUR])).toEqual({ start: 8 * HOUR, end: 40 * HOUR });
  });

  it('draws a day as its mean hour, in its place', () => {
    const [hour, day] = barsOf([point(0, 4), point(24, 48, 24)]);
    expect([hour?.x, hour?.height]).toEqual([0, 40]);
    expect([day?.x, day?.height]).toEqual([120, 20]);
  });
});
