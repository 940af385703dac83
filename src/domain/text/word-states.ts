import { ROOT, WordCells, type WordStates } from './word-cells.js';

const NONE = -1;
const UNITS = 65_536;

/** The words from one place to another of the sorted list, which begin alike up to a depth. */
interface Branch {
  unit: number;
  from: number;
  to: number;
}

/** A list of words as states that each character leads on from. */
export interface CompiledWords extends WordStates {
  /** Code unit -> class, 0 for units that stand in no word. */
  classes: Uint16Array;
}

/** Of a word listed twice the first place counts; the empty word stands nowhere. */
export function compileWords(words: readonly string[]): CompiledWords {
  return new WordCompiler(words).compiled();
}

class WordCompiler {
  private readonly classes = new Uint16Array(UNITS);
  private given = 0;

  constructor(private readonly words: readonly string[]) {}

  compiled(): CompiledWords {
    // Those that begin words come first: their states stand at their classes.
    this.classify((word) => word.slice(0, 1));
    this.classify((word) => word);
    const cells = new WordCells(this.given + 1);
    // The sort is stable: of equal words the first one listed comes first.
    const order = this.words.map((_, word) => word).sort((a, b) => compare(this.words[a] ?? '', this.words[b] ?? ''));
    this.build(cells, order);
    return { classes: this.classes, ...cells.states() };
  }

  /** Gives each unit that has none yet a class. */
  private classify(part: (word: string) => string): void {
    for (const word of this.words) {
      const units = part(word);
      for (let at = 0; at < units.length; at++) {
        const unit = units.charCodeAt(at);
        if (this.classes[unit] === 0) this.classes[unit] = ++this.given;
      }
    }
  }

  /** Breadth first, so that states of a depth stand near each other. */
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
        const word = order[branch.from] ?? NONE;
        if (this.words[word]?.length === depth + 1) cells.end(child, word);
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
