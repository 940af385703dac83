import { ROOT, WordCells, type WordStates } from './word-cells.js';

/** One occurrence of a word: its place in the list the matcher was built from, and UTF-16 offsets into the text. */
export interface WordHit {
  word: number;
  start: number;
  end: number;
}

/** Calls back once per occurrence, overlapping ones included, in order of their end. */
export type HitVisitor = (word: number, start: number, end: number) => void;

const NONE = -1;
const UNITS = 65_536;

/** The words from one place to another of the sorted list, which begin alike up to a depth. */
interface Branch {
  unit: number;
  from: number;
  to: number;
}

/**
 * Finds every word of a list in a text by one pass (Aho-Corasick over UTF-16 code units); cost grows with the text, not with
 * the list. Words are matched on characters, never on tokens of a segmenter. Build it once and keep it.
 */
export class WordMatcher {
  /** Code unit -> class, 0 for units that stand in no word. Those that begin words come first. */
  private readonly classes = new Uint16Array(UNITS);
  /** The last class that begins a word, and so the last child of the root: each stands at its class. */
  private readonly lastFirst: number;
  private readonly states: WordStates;

  constructor(readonly words: readonly string[]) {
    this.lastFirst = this.classify(0, (word) => word.slice(0, 1));
    const cells = new WordCells(this.classify(this.lastFirst, (word) => word) + 1);
    // The sort is stable: of equal words the first one listed comes first.
    const order = words.map((_, word) => word).sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
    this.build(cells, order);
    this.states = cells.states();
  }

  /** Visits all hits of `text`; allocates nothing of its own. A word listed twice is reported under its first place. */
  scan(text: string, visit: HitVisitor): void {
    const { classes, lastFirst } = this;
    const { links, reachedBy, fails } = this.states;
    let state = ROOT;
    let link = links[ROOT] as number;
    for (let at = 0; at < text.length; at++) {
      const unit = classes[text.charCodeAt(at)] as number;
      if (unit === 0) {
        link = links[(state = ROOT)] as number;
        continue;
      }
      let child = (link >> 1) + unit;
      // Children of the root fail to the root alone, whose child is known without looking.
      while (reachedBy[child] !== unit) {
        if (state <= lastFirst) {
          child = unit <= lastFirst ? unit : ROOT;
          break;
        }
        state = fails[state] as number;
        child = ((links[state] as number) >> 1) + unit;
      }
      link = links[(state = child)] as number;
      if ((link & 1) === 1) this.tell(state, at + 1, visit);
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

  /** All words that end here, the longest first. */
  private tell(state: number, end: number, visit: HitVisitor): void {
    const { tailOf, tails } = this.states;
    for (let tail = tailOf[state] as number; tail !== 0; tail = tails[tail + 2] as number) {
      visit(tails[tail] as number, end - (tails[tail + 1] as number), end);
    }
  }

  /** Gives each unit that has none yet a class. @returns the last class given */
  private classify(last: number, part: (word: string) => string): number {
    let given = last;
    for (const word of this.words) {
      const units = part(word);
      for (let at = 0; at < units.length; at++) {
        const unit = units.charCodeAt(at);
        if (this.classes[unit] === 0) this.classes[unit] = ++given;
      }
    }
    return given;
  }

  /** Breadth first, for the failures of a state rest on those of shorter ones. */
  private build(cells: WordCells, order: readonly number[]): void {
    const queue = [{ state: ROOT, from: 0, to: order.length, depth: 0 }];
    for (const { state, from, to, depth } of queue) {
      const branches = this.branches(order, from, to, depth);
      if (branches.length === 0) continue;
      const base = cells.place(
        state,
        branches.map(({ unit }) => unit),
      );
      for (const branch of branches) {
        const child = base + branch.unit;
        const index = order[branch.from] ?? NONE;
        const length = this.words[index]?.length ?? 0;
        cells.settle(state, child, length === depth + 1 ? { index, length } : null);
        queue.push({ state: child, from: branch.from, to: branch.to, depth: depth + 1 });
      }
    }
  }

  /** The longer ones of some words that begin alike, by their next character. */
  private branches(order: readonly number[], from: number, to: number, depth: number): Branch[] {
    const branches: Branch[] = [];
    for (let at = from; at < to; at += 1) {
      const word = this.words[order[at] ?? NONE] ?? '';
      if (word.length === depth) continue;
      const unit = this.classes[word.charCodeAt(depth)] ?? 0;
      const last = branches.at(-1);
      if (last?.unit === unit) last.to = at + 1;
      else branches.push({ unit, from: at, to: at + 1 });
    }
    return branches;
  }
}

/** By code units, which is how classes are told apart. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
