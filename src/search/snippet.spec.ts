import fc from 'fast-check';
import { fold } from './folding.js';
import { marked, snippet } from './snippet.js';

const hits = (parts: { text: string; hit: boolean }[]): string[] =>
  parts.filter(({ hit }) => hit).map(({ text }) => text);
const whole = (parts: { text: string }[]): string => parts.map(({ text }) => text).join('');

/** No half of a pair stands alone. */
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);

describe('marking', () => {
  test.each([
    ['四川发生地震,地震已致三人受伤', ['地震'], ['地震', '地震']],
    ['ＡＩ与ai', ['ai'], ['ＡＩ', 'ai']],
    ['客厅10㎡', ['0m'], ['0㎡']],
    ['𠮷野家𠮷', ['𠮷野'], ['𠮷野']],
    ['e\u0301cole', ['\u00e9'], ['e\u0301']],
    ['地\u200b震', ['地震'], ['地\u200b震']],
    ['应急\n  响应', ['应急 响应'], ['应急\n  响应']],
    ['大地震撼', ['地震', '震撼'], ['地震撼']],
  ])('%j: %j', (text, words, expected) => {
    const parts = marked(text, words);
    expect(hits(parts)).toEqual(expected);
    expect(whole(parts)).toBe(text);
  });

  test('what is marked is what was looked for, and nothing is lost', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙aＡ1１𠮷㎡ \u200b'), maxLength: 300 });
    fc.assert(
      fc.property(text, fc.nat(300), (original, from) => {
        const word = fold(original).slice(from, from + 2);
        fc.pre(word.length === 2 && isWhole(word));
        const parts = marked(original, [word]);
        expect(whole(parts)).toBe(original);
        expect(hits(parts).length).toBeGreaterThan(0);
        for (const hit of hits(parts)) expect(fold(hit)).toContain(word);
        expect(isWhole(whole(snippet(original, [word])))).toBe(true);
      }),
    );
  });
});

describe('snippets', () => {
  const filler = '此处无关紧要。'.repeat(60);

  test('show the place where most words stand together', () => {
    const parts = snippet(`${filler}地震。${filler}四川地震。${filler}`, ['地震', '四川']);
    expect(hits(parts)).toEqual(['四川地震']);
    expect(parts.at(0)).toEqual({ text: '…', hit: false });
    expect(whole(parts).length).toBeLessThan(150);
  });

  test('begin at the beginning where nothing was looked for', () => {
    expect(snippet('短讯', [])).toEqual([{ text: '短讯', hit: false }]);
    expect(snippet('', ['地震'])).toEqual([]);
    expect(whole(snippet(filler, []))).toMatch(/^此处.*…$/u);
  });

  test('never part a pair', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (before, after) => {
        const parts = snippet(`${'𠮷'.repeat(before)}地震${'𠮷'.repeat(after)}甲${'𠮷'.repeat(after)}`, ['地震']);
        expect(parts.every(({ text }) => isWhole(text))).toBe(true);
      }),
    );
  });

  test('a text full of hits costs no more than another', () => {
    expect(hits(snippet('aa'.repeat(10_000), ['aa', 'a a']))).toHaveLength(1);
  });
});
