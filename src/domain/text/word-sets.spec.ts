import fc from 'fast-check';
import { WordFinder } from './word-sets.js';
import type { WordHit } from './word-matcher.js';

const inside = (inner: WordHit, outer: WordHit): boolean => inner.start >= outer.start && inner.end <= outer.end;
const isPart = (hit: WordHit, all: WordHit[]): boolean => all.some((one) => one !== hit && inside(hit, one));
const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 });

describe('words in a text', () => {
  test('stand neither in an idle word nor, where the longest are asked for, in a longer one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.uniqueArray(word), fc.array(word), (words, idle, pieces) => {
        const text = pieces.join('');
        const finder = new WordFinder(words, idle);
        const all = new WordFinder(words, []).hits(text);
        const idleHits = new WordFinder(idle, []).hits(text);
        const kept = all.filter((hit) => !idleHits.some((one) => inside(hit, one)));
        expect(finder.hits(text)).toEqual(kept);
        expect(finder.longestHits(text)).toEqual(kept.filter((hit) => !isPart(hit, kept)));
      }),
    );
  });
});
