import { lineDiff } from './line-diff.js';

const told = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, line }) => ({ same: ' ', gone: '-', added: '+' })[kind] + line);

describe('differences by line', () => {
  it('keeps what stayed and tells what went before what came', () => {
    expect(told('甲\n乙\n丙', '甲\n丁\n丙\n戊')).toEqual([' 甲', '-乙', '+丁', ' 丙', '+戊']);
  });

  it('finds the longest run that both have, empty lines among it', () => {
    expect(told('a\n\nb\nc', '\nb\nc\na')).toEqual(['-a', ' ', ' b', ' c', '+a']);
  });

  it('each text can be read back from it', () => {
    const [before, after] = ['x\ny\nx\nz', 'y\nx\nx\nw'];
    const lines = lineDiff(before, after);
    const of = (left: string) =>
      lines
        .filter(({ kind }) => kind !== left)
        .map(({ line }) => line)
        .join('\n');
    expect([of('added'), of('gone')]).toEqual([before, after]);
  });
});
