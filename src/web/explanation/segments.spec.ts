import type { MarkedWords } from '../../domain/explanation/marks.js';
import { paragraphsOf, segmentsOf } from './segments.js';

const mark = (start: number, end: number, kind: MarkedWords['kind'] = 'kind'): MarkedWords => ({
  ...{ field: 'text', start, end, words: '', kind, of: null },
});
const parts = (text: string, marks: MarkedWords[]) =>
  segmentsOf(text, marks).map((one) => [one.text, one.marks.map(({ kind }) => kind)]);

describe('the segments of a text', () => {
  test('are all of it, in order', () => {
    expect(parts('某影院发生火灾', [mark(1, 3, 'scope'), mark(5, 7)])).toEqual([
      ['某', []],
      ['影院', ['scope']],
      ['发生', []],
      ['火灾', ['kind']],
    ]);
  });

  test('join where marks overlap, and bear all labels', () => {
    expect(parts('已致12人遇难', [mark(2, 7, 'figure'), mark(4, 5, 'unit'), mark(5, 8)])).toEqual([
      ['已致', []],
      ['12人遇难', ['figure', 'unit', 'kind']],
    ]);
  });

  test('never go beyond the text', () => {
    expect(parts('火灾', [mark(0, 99)])).toEqual([['火灾', ['kind']]]);
  });

  test('of paragraphs keep the offsets of the whole', () => {
    const [first, second] = paragraphsOf('第一段\n\n某地火灾', [mark(7, 9)]);
    expect(first?.map((one) => one.text)).toEqual(['第一段']);
    expect(second?.map((one) => [one.start, one.text, one.marks.length])).toEqual([
      [5, '某地', 0],
      [7, '火灾', 1],
    ]);
  });
});
