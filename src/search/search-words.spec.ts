import { readWords } from './search-words.js';

describe('search words', () => {
  test.each<[string, string[], string[]]>([
    ['地震', ['地震'], []],
    ['  地震　四川 地震', ['地震', '四川'], []],
    ['“应急 响应” AI', ['应急 响应', 'ai'], []],
    ['"open the door', ['open the door'], []],
    ['地震 -演练 －"消防 演习"', ['地震'], ['演练', '消防 演习']],
    ['COVID-19', ['covid-19'], []],
    ['地震"四川"', ['地震', '四川'], []],
    ['-', ['-'], []],
    ['"" “” ', [], []],
    ['100% \\d_', ['100%', '\\d_'], []],
    ['', [], []],
  ])('%j', (query, all, none) => {
    expect(readWords(query)).toEqual({ all, none });
  });
});
