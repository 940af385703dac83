import { gapsOf, type Span } from './gaps.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 22, hour));
const span = (from: number, to: number): Span => ({ from: at(from), to: at(to) });
const DAY = span(0, 24);

describe('gaps of a roster', () => {
  test.each([
    ['no turn at all', [], [[0, 24]]],
    ['all of the day', [span(0, 24)], []],
    ['turns that meet leave none', [span(12, 24), span(0, 12)], []],
    [
      'before, between and after',
      [span(2, 6), span(8, 20)],
      [
        [0, 2],
        [6, 8],
        [20, 24],
      ],
    ],
    ['one turn within another', [span(0, 12), span(2, 4), span(14, 24)], [[12, 14]]],
    ['turns that reach over the edges', [span(-5, 3), span(22, 30)], [[3, 22]]],
  ] as [string, Span[], [number, number][]][])('%s', (_, turns, gaps) => {
    expect(gapsOf(turns, DAY)).toEqual(gaps.map(([from, to]) => span(from, to)));
  });

  test('a turn beyond the window fills nothing', () => {
    expect(gapsOf([span(30, 40)], DAY)).toEqual([DAY]);
  });
});
