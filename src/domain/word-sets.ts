import type { WordCondition } from './routing-rules.js';
import { type WordHit, WordMatcher } from './word-matcher.js';

/** The words that stand in one text. */
export type WordsFound = ReadonlySet<string>;

/** The words of a condition that were met, or null when it is not fulfilled. */
export function wordsMeeting(condition: CompiledCondition, found: WordsFound): string[] | null {
  if (condition.none.some((word) => found.has(word))) return null;
  const met: string[] = [];
  for (const list of condition.all) {
    const word = list.find((one) => found.has(one));
    if (word === undefined) return null;
    met.push(word);
  }
  return met;
}

export interface CompiledCondition {
  all: string[][];
  none: string[];
}

/** Puts the words of the named sets in place of their `@name`. An unknown name stands for nothing. */
export function compileCondition(condition: WordCondition, sets: Record<string, string[]>): CompiledCondition {
  const expand = (words: readonly string[]): string[] =>
    words.flatMap((word) => (word.startsWith('@') ? (sets[word.slice(1)] ?? []) : [word]));
  return { all: condition.all.map(expand), none: expand(condition.none ?? []) };
}

const inside = (inner: WordHit, outer: WordHit): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Finds listed words, leaving out those that stand inside an idle word (电视 in 电视塔). */
export class WordFinder {
  private readonly words: WordMatcher;
  private readonly idle: WordMatcher;

  constructor(words: Iterable<string>, idle: readonly string[]) {
    this.words = new WordMatcher([...new Set(words)]);
    this.idle = new WordMatcher(idle);
  }

  /** Hits in order of their end. */
  hits(text: string): WordHit[] {
    const idle = this.idle.hits(text);
    const hits = this.words.hits(text);
    return idle.length === 0 ? hits : hits.filter((hit) => !idle.some((one) => inside(hit, one)));
  }

  /** Hits that stand in no longer hit: of 微短剧 only 微短剧, not 短剧. */
  longestHits(text: string): WordHit[] {
    const hits = this.hits(text);
    return hits.filter(
      (hit) => !hits.some((one) => one !== hit && one.end - one.start > hit.end - hit.start && inside(hit, one)),
    );
  }

  word(hit: WordHit): string {
    return this.words.words[hit.word] ?? '';
  }

  found(text: string): WordsFound {
    return new Set(this.hits(text).map((hit) => this.word(hit)));
  }
}
