import fc from 'fast-check';
import { fold, foldWithOrigin, searchable } from './folding.js';

describe('folding', () => {
  test.each([
    ['ＡＩ芯片５Ｇ', 'ai芯片5g'],
    ['COVID-19', 'covid-19'],
    ['地\u200b震\ufeff', '地震'],
    ['第一行\r\n  第二行\u3000完', '第一行 第二行 完'],
    ['10㎡', '10m2'],
    ['e\u0301cole', '\u00e9cole'],
    ['“引号”，《书名》。', '“引号”,《书名》。'],
    ['𠮷野家', '𠮷野家'],
    ['葛\u{e0100}城', '葛城'],
  ])('%j is searched as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(...'地震Ａa Ⅱ㎡\u0301\t\u200b𠮷é，.'), fc.string({ unit: 'binary', maxLength: 1 })),
  });

  test('knows of each unit where it comes from, in order, and says the same with and without it', () => {
    fc.assert(
      fc.property(text, (original) => {
        const folded = foldWithOrigin(original);
        expect(folded.text).toBe(fold(original));
        expect(folded.origin).toHaveLength(folded.text.length + 1);
        expect(folded.origin.at(-1)).toBe(original.length);
        expect([...folded.origin].sort((a, b) => a - b)).toEqual(folded.origin);
      }),
    );
  });

  test('finds nothing across the border of title and text', () => {
    expect(searchable({ title: '某地', text: '震后' })).not.toContain('地震');
  });
});
