export const ROOT = 0;
const FIRST_SIZE = 1_024;
/** So many gaps are tried before a state's children are put at the end. */
const MOST_TRIES = 2_000;
const UNPLACED = -1;
const NO_WORD = -1;
/** No class of characters has this number. */
const UNREACHED = 65_535;

/** The words ready for reading. All numbers of states are places in these lists. */
export interface WordStates {
  /** Twice the place where a state's children begin; one more when a word ends in the state. */
  links: Int32Array;
  /** By which class a state is reached. */
  reachedBy: Uint16Array;
  /** Which word ends in a state. */
  wordOf: Int32Array;
}

/**
 * States laid into each other (a double array): the child of a state by a class of characters stands at the state's base plus the
 * class. No two states have one base, so that the class by which a place is reached tells whose child it is. The state of a first
 * character stands at its class itself; what begins no word has a place there without children.
 */
export class WordCells {
  private bases = new Int32Array(0);
  private reachedBy = new Uint16Array(0);
  private wordOf = new Int32Array(0);
  private baseTaken = new Uint8Array(0);
  private size = 0;
  /** Where the search for a gap begins: for a single child, and for several, which leave gaps behind. */
  private single: number;
  private several: number;

  /** @param classes how many classes of characters there are, with 0, which stands in no word */
  constructor(private readonly classes: number) {
    this.reach(classes + 1);
    // The places before are for the first characters alone.
    this.single = this.several = classes;
    this.bases[ROOT] = ROOT;
    this.baseTaken[ROOT] = 1;
  }

  /** Gives a state its children, one for each class. @returns the place to which their classes are added */
  place(state: number, units: readonly number[]): number {
    const base = state === ROOT ? ROOT : this.gapFor(units);
    this.bases[state] = base;
    this.baseTaken[base] = 1;
    for (const unit of units) this.reachedBy[base + unit] = unit;
    return base;
  }

  /** Tells which word ends in a state. */
  end(state: number, word: number): void {
    this.wordOf[state] = word;
  }

  /** States without children get a base behind the last place, where no class is reached; so does the root, which is no character's. */
  states(): WordStates {
    const places = this.size + this.classes;
    const wordOf = this.wordOf.slice(0, this.size);
    const links = Int32Array.from({ length: places }, (_, state) => {
      const base = state === ROOT ? UNPLACED : (this.bases[state] ?? UNPLACED);
      return ((base === UNPLACED ? this.size : base) << 1) | ((wordOf[state] ?? NO_WORD) === NO_WORD ? 0 : 1);
    });
    const reachedBy = Uint16Array.from({ length: places }, (_, state) => this.reachedBy[state] || UNREACHED);
    return { links, reachedBy, wordOf };
  }

  private gapFor(units: readonly number[]): number {
    const first = Math.min(...units);
    const alone = units.length === 1;
    let place = this.freeFrom(alone ? this.single : this.several);
    if (alone) this.single = place;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (this.takes(place - first, units)) return place - first;
      place = this.freeFrom(place + 1);
    }
    this.several = this.size;
    for (place = this.several; !this.takes(place - first, units);) place += 1;
    return place - first;
  }

  private takes(base: number, units: readonly number[]): boolean {
    this.reach(base + this.classes);
    return this.baseTaken[base] === 0 && units.every((unit) => this.reachedBy[base + unit] === 0);
  }

  private freeFrom(from: number): number {
    let place = from;
    while (place < this.size && this.reachedBy[place] !== 0) place += 1;
    return place;
  }

  private reach(size: number): void {
    if (size > this.bases.length) this.enlarge(Math.max(FIRST_SIZE, 2 * size));
    this.size = Math.max(this.size, size);
  }

  private enlarge(capacity: number): void {
    const before = this.bases.length;
    this.bases = enlarged(this.bases, capacity).fill(UNPLACED, before);
    this.reachedBy = enlarged(this.reachedBy, capacity);
    this.wordOf = enlarged(this.wordOf, capacity).fill(NO_WORD, before);
    this.baseTaken = enlarged(this.baseTaken, capacity);
  }
}

function enlarged<T extends Int32Array | Uint16Array | Uint8Array>(from: T, capacity: number): T {
  const to = new (from.constructor as new (length: number) => T)(capacity);
  to.set(from);
  return to;
}
