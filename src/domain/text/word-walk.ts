import { EndingPairs } from './ending-pairs.js';
import { type CompiledWords, compileWords } from './word-states.js';

const FIRST_ROOM = 512;
const UNITS = 65_536;

const backwards = (word: string): string => word.split('').reverse().join('');

const twice = (room: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(2 * room.length);
  larger.set(room);
  return larger;
};

/** The units that are words by themselves, or null where there are none. */
function singleUnits(words: readonly string[]): Uint8Array | null {
  const singles = words.filter(({ length }) => length === 1);
  if (singles.length === 0) return null;
  const units = new Uint8Array(UNITS);
  for (const word of singles) units[word.charCodeAt(0)] = 1;
  return units;
}

/**
 * Reads each word from its last character: only where a text has a pair of characters with which words end, few places of a
 * text, the states are walked towards its beginning. That needs neither the failure links of Aho and Corasick, each step of
 * which waits for the one before, nor a sort of what was found. Time grows with the text; where words overlap, with their length too.
 * Its room grows to the longest text read and serves the next one.
 */
export class WordWalk {
  private readonly words: CompiledWords;
  private readonly pairs: EndingPairs;
  private readonly single: Uint8Array | null;
  private readonly longest: number;
  /** The text, and where words may end in it. */
  private units = new Uint16Array(FIRST_ROOM);
  private places = new Int32Array(FIRST_ROOM);
  /** Found words, the last end first, of one end the shortest first: the states they lead to, and their offsets. */
  private states = new Int32Array(FIRST_ROOM);
  private starts = new Int32Array(FIRST_ROOM);
  private ends = new Int32Array(FIRST_ROOM);

  constructor(words: readonly string[]) {
    this.words = compileWords(words.map(backwards));
    this.pairs = new EndingPairs(words);
    this.single = singleUnits(words);
    this.longest = words.reduce((most, { length }) => Math.max(most, length), 0);
  }

  /** @returns how many words stand in the text; they can be asked for until the next text is read */
  read(text: string): number {
    if (text.length > this.units.length) this.enlarge(text.length);
    const { units, places } = this;
    return this.walk(this.pairs.read(text, units, places, this.single));
  }

  word(hit: number): number {
    return this.words.wordOf[this.states[hit] as number] as number;
  }

  start(hit: number): number {
    return this.starts[hit] as number;
  }

  end(hit: number): number {
    return this.ends[hit] as number;
  }

  /** Reads on from each place where words may end, the last one first. */
  private walk(count: number): number {
    const { classes, links, reachedBy } = this.words;
    const { units, places, longest } = this;
    let { states, starts, ends } = this;
    let found = 0;
    for (let n = count - 1; n >= 0; n--) {
      while (states.length < found + longest) {
        this.enlargeFound();
        ({ states, starts, ends } = this);
      }
      const last = places[n] as number;
      let state = classes[units[last] as number] as number;
      for (let at = last; ;) {
        const link = links[state] as number;
        states[found] = state;
        starts[found] = at;
        ends[found] = last + 1;
        // Added instead of asked: no processor foresees which state ends a word.
        found += link & 1;
        if (--at < 0) break;
        const unit = classes[units[at] as number] as number;
        state = (link >> 1) + unit;
        if (reachedBy[state] !== unit) break;
      }
    }
    return found;
  }

  private enlarge(length: number): void {
    const room = Math.max(length, 2 * this.units.length);
    this.units = new Uint16Array(room);
    this.places = new Int32Array(room);
  }

  private enlargeFound(): void {
    [this.states, this.starts, this.ends] = [twice(this.states), twice(this.starts), twice(this.ends)];
  }
}
