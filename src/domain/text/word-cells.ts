export const ROOT = 0;
const FIRST_SIZE = 1_024;
/** So many gaps are tried before a state's children are put at the end. */
const MOST_TRIES = 2_000;
const UNPLACED = -1;

/** The automaton ready for reading. All numbers of states are places in these lists. */
export interface WordStates {
  /** Twice the place where a state's children begin; one more when a word ends in the state. */
  links: Int32Array;
  /** By which class a state is reached; 0 where there is none. */
  reachedBy: Uint16Array;
  /** Where a failure leads. */
  fails: Int32Array;
  /** Where in `tails` the words stand that end in a state; 0: none. */
  tailOf: Int32Array;
  /** Four ints for each word: the word, its length, and where the next shorter word stands that ends with it; 0: none. */
  tails: Int32Array;
}

/**
 * States laid into each other (a double array): the child of a state by a class of characters stands at the state's base plus the
 * class. No two states have one base, so that the class by which a place is reached tells whose child it is.
 */
export class WordCells {
  private bases = new Int32Array(0);
  private reachedBy = new Uint16Array(0);
  private fails = new Int32Array(0);
  private tailOf = new Int32Array(0);
  private readonly tails: number[] = [0, 0, 0, 0];
  private baseTaken = new Uint8Array(0);
  private size = 0;
  /** Where the search for a gap begins: for a single child, and for several, which leave gaps behind. */
  private single: number;
  private several: number;

  /** @param classes how many classes of characters there are, with 0, which stands in no word */
  constructor(private readonly classes: number) {
    this.reach(classes + 1);
    // The places before are for the children of the root, each at its class.
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

  /** Tells of a child which word it ends, if any, when all that is shorter is placed. */
  settle(parent: number, child: number, word: { index: number; length: number } | null): void {
    const unit = this.reachedBy[child] ?? 0;
    const fail = parent === ROOT ? ROOT : this.step(this.fails[parent] ?? ROOT, unit);
    const shorter = this.tailOf[fail] ?? 0;
    this.fails[child] = fail;
    this.tailOf[child] = word ? this.tails.push(word.index, word.length, shorter, 0) - 4 : shorter;
  }

  /** States without children get a base behind the last place, where no class is reached. */
  states(): WordStates {
    const places = this.size + this.classes;
    const links = Int32Array.from({ length: places }, (_, state) => {
      const base = this.bases[state] ?? UNPLACED;
      return ((base === UNPLACED ? this.size : base) << 1) | ((this.tailOf[state] ?? 0) === 0 ? 0 : 1);
    });
    const reachedBy = new Uint16Array(places);
    reachedBy.set(this.reachedBy.subarray(0, this.size));
    const [fails, tailOf] = [this.fails.slice(0, this.size), this.tailOf.slice(0, this.size)];
    return { links, reachedBy, fails, tailOf, tails: Int32Array.from(this.tails) };
  }

  private step(from: number, unit: number): number {
    for (let state = from; ; state = this.fails[state] ?? ROOT) {
      const base = this.bases[state] ?? UNPLACED;
      if (base !== UNPLACED && this.reachedBy[base + unit] === unit) return base + unit;
      if (state === ROOT) return ROOT;
    }
  }

  private gapFor(units: readonly number[]): number {
    const [first = 0] = units;
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
    this.fails = enlarged(this.fails, capacity);
    this.tailOf = enlarged(this.tailOf, capacity);
    this.baseTaken = enlarged(this.baseTaken, capacity);
  }
}

function enlarged<T extends Int32Array | Uint16Array | Uint8Array>(from: T, capacity: number): T {
  const to = new (from.constructor as new (length: number) => T)(capacity);
  to.set(from);
  return to;
}
