import type { CompiledWords } from './word-states.js';

const FIRST_ROOM = 512;

/** 1 where two classes are the same, else 0: added instead of asked, for no processor foresees which way a text goes. */
const same = (a: number, b: number): number => ((a ^ b) - 1) >>> 31;

const twice = (room: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(2 * room.length);
  larger.set(room);
  return larger;
};

/**
 * Walks all places of a text through the states at once, one character further in each round, and keeps those that may still
 * become words: few after two characters. No step waits for the one before it or for a guessed branch, which is what the
 * failure links of Aho and Corasick cost. Time grows with the text; where words overlap, with their length too.
 * Its room grows to the longest text read and serves the next one.
 */
export class WordWalk {
  /** Found words in the order of their length: the states in which they end, and the offsets behind them. */
  private ended = new Int32Array(FIRST_ROOM);
  private ends = new Int32Array(FIRST_ROOM);
  private found = 0;
  /** States that may lead on, and the offsets of the characters that would. */
  private open = new Int32Array(FIRST_ROOM);
  private nexts = new Int32Array(FIRST_ROOM);
  /** The found words in order of their end, of those with one end the longest first. */
  order = new Int32Array(FIRST_ROOM);

  constructor(
    private readonly words: CompiledWords,
    private readonly hasShort: boolean,
  ) {}

  /** @returns how many words stand in the text; `order` tells them until the next text is read */
  read(text: string): number {
    while (this.open.length <= text.length) this.enlarge();
    let open = this.openPairs(text);
    this.merge(0);
    while (open > 0) {
      while (this.ended.length <= this.found + open) this.enlargeFound();
      const found = this.found;
      open = this.goOn(text, open);
      this.merge(found);
    }
    return this.found;
  }

  word(hit: number): number {
    return this.words.wordOf[this.ended[hit] as number] as number;
  }

  end(hit: number): number {
    return this.ends[hit] as number;
  }

  /** The first round: words of one character, and all pairs of characters with which words begin. */
  private openPairs(text: string): number {
    const { classes, links, reachedBy } = this.words;
    const { open, nexts, ended, ends } = this;
    let count = 0;
    let found = 0;
    const hasShort = this.hasShort;
    let base = (links[0] as number) >> 1;
    for (let at = 0; at < text.length; at++) {
      const unit = classes[text.charCodeAt(at)] as number;
      const pair = base + unit;
      open[count] = pair;
      nexts[count] = at + 1;
      count += same(reachedBy[pair] as number, unit);
      const link = links[unit] as number;
      if (hasShort) {
        ended[found] = unit;
        ends[found] = at + 1;
        found += link & 1;
      }
      base = link >> 1;
    }
    this.found = found;
    return count;
  }

  /** Another round. @returns how many places are still open */
  private goOn(text: string, count: number): number {
    const { classes, links, reachedBy } = this.words;
    const { open, nexts, ended, ends } = this;
    let left = 0;
    let found = this.found;
    for (let n = 0; n < count; n++) {
      const state = open[n] as number;
      const next = nexts[n] as number;
      const link = links[state] as number;
      ended[found] = state;
      ends[found] = next;
      found += link & 1;
      if (next === text.length) continue;
      const unit = classes[text.charCodeAt(next)] as number;
      const child = (link >> 1) + unit;
      open[left] = child;
      nexts[left] = next + 1;
      left += same(reachedBy[child] as number, unit);
    }
    this.found = found;
    return left;
  }

  /** Puts the words found in the last round, the longest so far, between the shorter ones that are in order: from behind. */
  private merge(from: number): void {
    const { ends, order, found } = this;
    let short = from - 1;
    for (let place = found - 1, long = found - 1; long >= from; place--) {
      const before = short < 0 ? -1 : (order[short] as number);
      if (short >= 0 && (ends[before] as number) >= (ends[long] as number)) {
        order[place] = before;
        short--;
      } else order[place] = long--;
    }
  }

  private enlarge(): void {
    [this.open, this.nexts] = [twice(this.open), twice(this.nexts)];
    while (this.ended.length < this.open.length) this.enlargeFound();
  }

  private enlargeFound(): void {
    [this.ended, this.ends, this.order] = [twice(this.ended), twice(this.ends), twice(this.order)];
  }
}
