import * as fc from 'fast-check';
import { type WordHit, WordMatcher } from './word-matcher.js';

/** In order of their end, of one end the longest first. */
function bySearch(words: readonly string[], text: string): WordHit[] {
  const found: WordHit[] = [];
  for (const one of new Set(words.filter(({ length }) => length > 0))) {
    const word = words.indexOf(one);
    for (let start = text.indexOf(one); start !== -1; start = text.indexOf(one, start + 1)) {
      found.push({ word, start, end: start + one.length });
    }
  }
  return found.sort((a, b) => a.end - b.end || a.start - b.start);
}

describe('the word matcher', () => {
  test('finds overlapping and nested words with their places', () => {
    const matcher = new WordMatcher(['网络剧', '网络', '络剧', '剧']);
    expect(matcher.hits('新网络剧')).toEqual([
      { word: 1, start: 1, end: 3 },
      { word: 0, start: 1, end: 4 },
      { word: 2, start: 2, end: 4 },
      { word: 3, start: 3, end: 4 },
    ]);
    expect(matcher.found('旧剧与网络')).toEqual(['网络', '剧']);
  });

  test('an empty list and an empty text find nothing', () => {
    expect(new WordMatcher([]).hits('任何文字')).toEqual([]);
    expect(new WordMatcher(['', '字']).hits('')).toEqual([]);
  });

  test('of a word listed twice the first place counts; words that follow a half of a rare character are found', () => {
    expect(new WordMatcher(['甲', '乙', '甲']).hits('甲乙甲').map(({ word }) => word)).toEqual([0, 1, 0]);
    const halves = new WordMatcher(['😀', '😀'.charAt(1), '甲']);
    expect(halves.hits('😁😀甲')).toEqual([
      { word: 0, start: 2, end: 4 },
      { word: 1, start: 3, end: 4 },
      { word: 2, start: 4, end: 5 },
    ]);
  });

  test('reads texts longer than the ones before, full of words one in another, in order of their end', () => {
    const matcher = new WordMatcher(['甲'.repeat(3), '甲', '甲'.repeat(2)]);
    expect(matcher.hits('甲')).toEqual([{ word: 1, start: 0, end: 1 }]);
    const hits = matcher.hits('甲'.repeat(3_000));
    expect(hits).toHaveLength(3_000 + 2_999 + 2_998);
    expect(hits.slice(3, 6)).toEqual([
      { word: 0, start: 0, end: 3 },
      { word: 2, start: 1, end: 3 },
      { word: 1, start: 2, end: 3 },
    ]);
    expect(matcher.hits('乙甲')).toEqual([{ word: 1, start: 1, end: 2 }]);
  });

  test('loses nothing of long lists over many characters', () => {
    const unit = fc.integer({ min: 0x4e00, max: 0x4e00 + 300 }).map((code) => String.fromCharCode(code));
    const words = fc.uniqueArray(fc.string({ unit, minLength: 1, maxLength: 4 }), {
      minLength: 2_000,
      maxLength: 4_000,
    });
    fc.assert(
      fc.property(words, fc.string({ unit, minLength: 200, maxLength: 400 }), (list, text) => {
        const matcher = new WordMatcher(list);
        const listed = new Set(list);
        const expected: string[] = [];
        for (let at = 0; at < text.length; at++) {
          for (let length = 1; length <= 4 && at + length <= text.length; length++) {
            if (listed.has(text.slice(at, at + length))) expected.push(`${text.slice(at, at + length)}@${at}`);
          }
        }
        const found = matcher.hits(text).map((hit) => `${list[hit.word] ?? ''}@${hit.start}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 20 },
    );
  });

  test('agrees with plain search on any words and text, in its order', () => {
    const unit = fc.constantFrom('甲', '乙', '丙', 'a', 'ａ', '１', '\0', '😀', '😀'.charAt(1), '\ud83d');
    const short = fc.string({ unit, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(short, { maxLength: 8 }), fc.string({ unit, maxLength: 40 }), (words, text) => {
        expect(new WordMatcher(words).hits(text)).toEqual(bySearch(words, text));
      }),
      { numRuns: 500 },
    );
  });

  test('finds what is cut out of the text itself, words in words and at both ends', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '戊'), minLength: 1, maxLength: 200 });
    const cuts = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 9 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, cuts, (all, places) => {
        const words = [
          ...places.map(([from, length]) => all.slice(from % all.length, (from % all.length) + length)),
          all.slice(-3),
        ];
        expect(new WordMatcher(words).hits(all)).toEqual(bySearch(words, all));
      }),
    );
  });
});
