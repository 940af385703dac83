/** One occurrence of a word: its place in the list the matcher was built from, and UTF-16 offsets into the text. */
export interface WordHit {
  word: number;
  start: number;
  end: number;
}

/** Calls back once per occurrence, overlapping ones included, in order of their end. */
export type HitVisitor = (word: number, start: number, end: number) => void;

const ROOT = 0;
const NONE = -1;
const FREE = -1;
/** Knuth's multiplier: spreads neighbouring keys over the table. */
const SPREAD = 2654435761;
const LARGEST_KEY = 2 ** 31 - 1;

/** The states of the words while they are being inserted. */
interface Trie {
  children: Map<number, number>[];
  wordAt: number[];
}

function insert(trie: Trie, units: readonly number[], word: number): void {
  let state = ROOT;
  for (const unit of units) {
    let next = trie.children[state]?.get(unit);
    if (next === undefined) {
      next = trie.children.push(new Map<number, number>()) - 1;
      trie.wordAt.push(NONE);
      trie.children[state]?.set(unit, next);
    }
    state = next;
  }
  if (state !== ROOT && trie.wordAt[state] === NONE) trie.wordAt[state] = word;
}

/**
 * Finds every word of a list in a text by one pass (Aho-Corasick over UTF-16 code units); cost grows with the text, not with
 * the list. Words are matched on characters, never on tokens of a segmenter. Build it once and keep it.
 * Some hundred thousand words are the most one matcher holds; more throw a RangeError.
 */
export class WordMatcher {
  /** Code unit -> dense class, 0 for units that stand in no word; keeps the transition keys small. */
  private readonly classes = new Uint16Array(65536);
  private readonly lengths: Int32Array;
  private readonly fail: Int32Array;
  private readonly wordAt: Int32Array;
  /** Nearest state on the chain of failures that ends a word, else ROOT. */
  private readonly suffix: Int32Array;
  /** Transitions of the root by class, where most characters of a text end. */
  private readonly rootNext: Int32Array;
  /** Open addressing: keys `state * classCount + class`, and where they lead. */
  private readonly keys: Int32Array;
  private readonly nexts: Int32Array;
  private readonly mask: number;
  private classCount = 1;

  constructor(readonly words: readonly string[]) {
    this.lengths = Int32Array.from(words, (word) => word.length);
    const trie: Trie = { children: [new Map<number, number>()], wordAt: [NONE] };
    words.forEach((word, index) => insert(trie, this.unitsOf(word), index));
    const states = trie.children.length;
    if (states * this.classCount > LARGEST_KEY)
      throw new RangeError('词表过大,请分成几份 · too many words: split the list');
    this.wordAt = Int32Array.from(trie.wordAt);
    this.fail = new Int32Array(states);
    this.suffix = new Int32Array(states);
    this.rootNext = new Int32Array(this.classCount);
    const size = 2 ** Math.ceil(Math.log2(states * 2 + 2));
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(FREE);
    this.nexts = new Int32Array(size);
    this.store(trie);
    this.link(trie);
  }

  /** Visits all hits of `text`; allocates nothing of its own. A word listed twice is reported under its first place. */
  scan(text: string, visit: HitVisitor): void {
    const { classes, wordAt, suffix, lengths } = this;
    let state = ROOT;
    for (let at = 0; at < text.length; at++) {
      const unit = classes[text.charCodeAt(at)] ?? 0;
      state = unit === 0 ? ROOT : this.step(state, unit);
      for (let end = state; end !== ROOT; end = suffix[end] ?? ROOT) {
        const word = wordAt[end] ?? NONE;
        if (word !== NONE) visit(word, at + 1 - (lengths[word] ?? 0), at + 1);
      }
    }
  }

  hits(text: string): WordHit[] {
    const found: WordHit[] = [];
    this.scan(text, (word, start, end) => found.push({ word, start, end }));
    return found;
  }

  /** The distinct words that stand in the text, in list order. */
  found(text: string): string[] {
    const seen = new Set<number>();
    this.scan(text, (word) => seen.add(word));
    return [...seen].sort((a, b) => a - b).map((word) => this.words[word] ?? '');
  }

  private unitsOf(word: string): number[] {
    return Array.from({ length: word.length }, (_, at) => {
      const unit = word.charCodeAt(at);
      if (this.classes[unit] === 0) this.classes[unit] = this.classCount++;
      return this.classes[unit] ?? 0;
    });
  }

  private store({ children }: Trie): void {
    for (const [unit, child] of children[ROOT] ?? []) this.rootNext[unit] = child;
    for (let state = 1; state < children.length; state++) {
      for (const [unit, child] of children[state] ?? []) {
        const slot = this.slotOf(state * this.classCount + unit);
        this.keys[slot] = state * this.classCount + unit;
        this.nexts[slot] = child;
      }
    }
  }

  /** Failure links breadth first: those of a state rest on those of shorter ones. */
  private link({ children }: Trie): void {
    const queue = [ROOT];
    for (const state of queue) {
      for (const [unit, child] of children[state] ?? []) {
        const fail = state === ROOT ? ROOT : this.step(this.fail[state] ?? ROOT, unit);
        this.fail[child] = fail;
        this.suffix[child] = this.wordAt[fail] === NONE ? (this.suffix[fail] ?? ROOT) : fail;
        queue.push(child);
      }
    }
  }

  /** The slot that holds a key, or the free one where it would stand. */
  private slotOf(key: number): number {
    let slot = (Math.imul(key, SPREAD) >>> 8) & this.mask;
    while (this.keys[slot] !== key && this.keys[slot] !== FREE) slot = (slot + 1) & this.mask;
    return slot;
  }

  private step(from: number, unit: number): number {
    for (let state = from; state !== ROOT; state = this.fail[state] ?? ROOT) {
      const slot = this.slotOf(state * this.classCount + unit);
      if (this.keys[slot] !== FREE) return this.nexts[slot] ?? ROOT;
    }
    return this.rootNext[unit] ?? ROOT;
  }
}
