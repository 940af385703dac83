import fc from 'fast-check';
import { hitsUpTo, outermost, WordFinder } from './word-sets.js';
import type { WordHit } from './word-matcher.js';

const inside = (inner: WordHit, outer: WordHit): boolean => inner.start >= outer.start && inner.end <= outer.end;
const isPart = (hit: WordHit, all: WordHit[]): boolean => all.some((one) => one !== hit && inside(hit, one));
const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 });

describe('words in a text', () => {
  test('stand neither in an idle word nor, where the longest are asked for, in a longer one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word),
        fc.uniqueArray(word),
        fc.array(word),
        fc.nat(12),
        (words, idle, pieces, end) => {
          const text = pieces.join('');
          const read = new WordFinder(words, idle).read(text);
          const standingIn = (beginning: string): WordHit[] => {
            const [all, idleHits] = [words, idle].map((list) => new WordFinder(list, []).read(beginning).hits);
            return (all ?? []).filter((hit) => !idleHits?.some((one) => inside(hit, one)));
          };
          const kept = standingIn(text);
          expect(hitsUpTo(read)).toEqual(kept);
          expect(hitsUpTo(read, end)).toEqual(standingIn(text.slice(0, end)));
          expect(outermost(kept)).toEqual(kept.filter((hit) => !isPart(hit, kept)));
        },
      ),
    );
  });
});
