/** So many bits for each word: of other pairs one in sixteen at most passes by chance. */
const BITS_PER_WORD = 16;
const LEAST_BITS = 10;
const MOST_BITS = 24;
/** Odd, with bits all over, so that near units fall far from each other. */
const SPREAD_FIRST = 0x9e3779b1;
const SPREAD_LAST = 0x85ebca6b;

/**
 * Which pairs of code units words may end with, as bits at scattered places: most places of a text end no word, and this tells
 * so without a look into the words. Small enough to stay in the processor's nearest memory.
 */
export class EndingPairs {
  private readonly bits: Int32Array;
  private readonly shift: number;

  constructor(words: readonly string[]) {
    const size = Math.ceil(Math.log2(BITS_PER_WORD * words.length + 1));
    const log = Math.min(MOST_BITS, Math.max(LEAST_BITS, size));
    this.bits = new Int32Array(1 << (log - 5));
    this.shift = 32 - log;
    for (const word of words) {
      if (word.length > 1) this.add(word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1));
    }
  }

  /**
   * Keeps the units of a text, and the places where words may end: all of them, and some where none does.
   * @param single 1 for the units that are words by themselves; none where there are no such words
   * @returns how many places there are
   */
  read(text: string, units: Uint16Array, places: Int32Array, single: Uint8Array | null): number {
    const { bits, shift } = this;
    let count = 0;
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const bit = (before + Math.imul(unit, SPREAD_LAST)) >>> shift;
      units[at] = unit;
      places[count] = at;
      // Added instead of asked: no processor foresees which way a text goes.
      const mayEnd = ((bits[bit >>> 5] as number) >>> (bit & 31)) & 1;
      count += single === null ? mayEnd : mayEnd | (single[unit] as number);
      before = Math.imul(unit, SPREAD_FIRST);
    }
    return count;
  }

  private add(first: number, last: number): void {
    const bit = (Math.imul(first, SPREAD_FIRST) + Math.imul(last, SPREAD_LAST)) >>> this.shift;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
}
