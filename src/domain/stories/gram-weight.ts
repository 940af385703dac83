import { COMMON_WORDS } from './common-words.js';

/** What a shared piece of everyday words proves, against 1 for a piece that names something. */
const EVERYDAY_WEIGHT = 0.35;
/** A piece of three characters of which two are an everyday pair. */
const HALF_WEIGHT = 0.65;
/** A Latin or numbered name (`SU7`, `4+4`, `《…》`) stands whole: it counts as much as the pieces of a name in characters. */
const WHOLE_NAME_WEIGHT = 2.2;

const piecesOf = (word: string): string[] => {
  const signs = [...word];
  return [2, 3].flatMap((size) => signs.slice(size - 1).map((_, at) => signs.slice(at, at + size).join('')));
};
const EVERYDAY = new Set(COMMON_WORDS.flatMap(piecesOf));

/** How much it proves that two titles share this piece: names much, everyday words little. */
export function weightOfGram(gram: string): number {
  if (/[a-z]\d|^[\d《]/.test(gram)) return WHOLE_NAME_WEIGHT;
  if (EVERYDAY.has(gram)) return EVERYDAY_WEIGHT;
  const signs = [...gram];
  if (signs.length !== 3) return 1;
  const everyday = [signs.slice(0, 2), signs.slice(1)].filter((pair) => EVERYDAY.has(pair.join(''))).length;
  return [1, HALF_WEIGHT, EVERYDAY_WEIGHT][everyday] ?? 1;
}
