const BORDER = 0x0a;

/** Both units of a pair in one number of 32 bits: every pair has its own. */
const pair = (a: number, b: number): number => (a << 16) | b | 0;

/**
 * Three ASCII characters in 21 bits, where no pair lies: a pair that begins below U+0020 occurs in no folded text. Letters are
 * few, so pairs alone would find too much of a Latin word.
 */
const triple = (a: number, b: number, c: number): number => (a << 14) | (b << 7) | c;

const isAscii = (unit: number): boolean => unit < 0x80 && unit !== BORDER;

/** What an article is found by in the index: every pair of neighbouring UTF-16 units of its folded text, and ASCII triples. */
export function termsOf(folded: string): Int32Array {
  const terms = new Set<number>();
  for (let at = 0; at + 1 < folded.length; at += 1) {
    const [a, b, c] = [folded.charCodeAt(at), folded.charCodeAt(at + 1), folded.charCodeAt(at + 2)];
    if (a === BORDER || b === BORDER) continue;
    terms.add(pair(a, b));
    if (isAscii(a) && isAscii(b) && isAscii(c)) terms.add(triple(a, b, c));
  }
  return Int32Array.from(terms).sort();
}

/**
 * The terms that every text with this folded word has; empty for a single character. Pairs inside triples are left out: they
 * narrow nothing.
 */
export function termsOfWord(word: string): number[] {
  const terms = new Set<number>();
  for (let at = 0; at + 1 < word.length; at += 1) {
    const [a, b, c] = [word.charCodeAt(at), word.charCodeAt(at + 1), word.charCodeAt(at + 2)];
    const before = at > 0 ? word.charCodeAt(at - 1) : NaN;
    if (isAscii(a) && isAscii(b) && isAscii(c)) terms.add(triple(a, b, c));
    else if (!(isAscii(before) && isAscii(a) && isAscii(b))) terms.add(pair(a, b));
  }
  return [...terms];
}
