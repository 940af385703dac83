import { WordWalk } from './word-walk.js';

/** One occurrence of a word: its place in the list the matcher was built from, and UTF-16 offsets into the text. */
export interface WordHit {
  word: number;
  start: number;
  end: number;
}

/** Calls back once per occurrence, overlapping ones included, in order of their end, of one end the longest first. */
export type HitVisitor = (word: number, start: number, end: number) => void;

/**
 * Finds every word of a list in a text by one pass over UTF-16 code units; cost grows with the text, not with the list. Words
 * are matched on characters, never on tokens of a segmenter. Build it once and keep it.
 */
export class WordMatcher {
  private readonly walk: WordWalk;

  constructor(readonly words: readonly string[]) {
    this.walk = new WordWalk(words);
  }

  /**
   * Visits all hits of `text`; allocates nothing of its own, so `visit` may not scan with the same matcher. A word listed twice
   * is reported under its first place.
   */
  scan(text: string, visit: HitVisitor): void {
    const { walk } = this;
    for (let hit = walk.read(text) - 1; hit >= 0; hit--) visit(walk.word(hit), walk.start(hit), walk.end(hit));
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
}
