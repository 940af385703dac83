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

/**
 * Finds every word of a list in a text by one pass (Aho-Corasick over UTF-16 code units); cost grows with the text, not with
 * the list. Words are matched on characters, never on tokens of a segmenter. Build it once and keep it.
 */
export class WordMatcher {
  /** Code unit -> dense class, 0 for units that stand in no word; keeps the transition keys small. */
  private readonly classes = new Uint16Array(65536);
  private readonly next = new Map<number, number>();
  private readonly fail: number[] = [ROOT];
  private readonly wordAt: number[] = [NONE];
  /** Nearest shorter suffix state that ends a word, else ROOT. */
  private readonly suffix: number[] = [ROOT];
  private readonly lengths: number[];
  private classCount = 1;

  constructor(readonly words: readonly string[]) {
    this.lengths = words.map((word) => word.length);
    words.forEach((word, index) => {
      if (word.length > 0) this.add(word, index);
    });
    this.link();
  }

  /** Visits all hits of `text`; allocates nothing of its own. A word listed twice is reported under its first place. */
  scan(text: string, visit: HitVisitor): void {
    let state = ROOT;
    for (let at = 0; at < text.length; at++) {
      state = this.step(state, this.classes[text.charCodeAt(at)] ?? 0);
      for (let end = state; end !== ROOT; end = this.suffix[end] ?? ROOT) {
        const word = this.wordAt[end] ?? NONE;
        if (word !== NONE) visit(word, at + 1 - (this.lengths[word] ?? 0), at + 1);
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
    const seen = new Set(this.hits(text).map((hit) => hit.word));
    return this.words.filter((_, index) => seen.has(index));
  }

  private add(word: string, index: number): void {
    let state = ROOT;
    for (let at = 0; at < word.length; at++) {
      const key = state * 65536 + this.classOf(word.charCodeAt(at));
      let following = this.next.get(key);
      if (following === undefined) {
        following = this.fail.push(ROOT) - 1;
        this.wordAt.push(NONE);
        this.suffix.push(ROOT);
        this.next.set(key, following);
      }
      state = following;
    }
    if (this.wordAt[state] === NONE) this.wordAt[state] = index;
  }

  private classOf(unit: number): number {
    if (this.classes[unit] === 0) this.classes[unit] = this.classCount++;
    return this.classes[unit] ?? 0;
  }

  /** States are numbered in order of insertion, not of depth, so the links are laid breadth first. */
  private link(): void {
    const children = new Map<number, [unit: number, child: number][]>();
    for (const [key, child] of this.next) {
      const parent = Math.floor(key / 65536);
      const siblings = children.get(parent);
      if (siblings) siblings.push([key % 65536, child]);
      else children.set(parent, [[key % 65536, child]]);
    }
    const queue = [ROOT];
    for (const state of queue) {
      for (const [unit, child] of children.get(state) ?? []) {
        const fail = state === ROOT ? ROOT : this.step(this.fail[state] ?? ROOT, unit);
        this.fail[child] = fail;
        this.suffix[child] = this.wordAt[fail] === NONE ? (this.suffix[fail] ?? ROOT) : fail;
        queue.push(child);
      }
    }
  }

  private step(from: number, unit: number): number {
    if (unit === 0) return ROOT;
    for (let state = from; ; state = this.fail[state] ?? ROOT) {
      const following = this.next.get(state * 65536 + unit);
      if (following !== undefined) return following;
      if (state === ROOT) return ROOT;
    }
  }
}
