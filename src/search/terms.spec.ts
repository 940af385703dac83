import fc from 'fast-check';
import { fold } from './folding.js';
import { termsOf, termsOfWord } from './terms.js';

const unit = fc.constantFrom(...'甲乙丙丁aB3% _.\\𠮷，');
const text = fc.string({ unit, maxLength: 40 });

describe('terms', () => {
  test('a text has every term of every word in it', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(12), (original, from, length) => {
        const folded = fold(original);
        const word = folded.slice(from, from + length);
        const terms = new Set(termsOf(folded));
        expect(termsOfWord(word).filter((term) => !terms.has(term))).toEqual([]);
      }),
    );
  });

  test('two characters have one term of their own', () => {
    fc.assert(
      fc.property(unit, unit, unit, unit, (a, b, c, d) => {
        const [one, other] = [fold(a + b), fold(c + d)];
        fc.pre(one.length === 2 && other.length === 2);
        expect(termsOfWord(one)).toHaveLength(1);
        expect(termsOfWord(one)[0] === termsOfWord(other)[0]).toBe(one === other);
      }),
    );
  });

  test('a Latin word goes by threes, a single character by nothing', () => {
    expect(termsOfWord('covid')).toHaveLength(3);
    expect(termsOfWord('5g网络')).toHaveLength(3);
    expect(termsOfWord('震')).toEqual([]);
    expect(termsOfWord('𠮷')).toHaveLength(1);
  });

  test('no triple is another one, or a pair', () => {
    const letters = [...'abyz09 ~'];
    const triples = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => termsOfWord(a + b + c))));
    const pairs = [...'!~地震\u9fff'].flatMap((a) => [...'!~地震'].map((b) => termsOfWord(a + b)));
    const all = [...triples, ...pairs].map((terms) => terms.join());
    expect(new Set(all).size).toBe(all.length);
  });

  test('title and text share no term', () => {
    expect(termsOf('地\n震')).toHaveLength(0);
  });
});
