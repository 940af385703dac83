import type { WordCondition } from '../routing/routing-rules.js';
import { type WordHit, WordMatcher } from './word-matcher.js';

/** The words that stand in one text. */
export type WordsFound = ReadonlySet<string>;

/** The words of a condition that were met, or null when it is not fulfilled. Costs as many look-ups as words were found. */
export function wordsMeeting(condition: CompiledCondition, found: WordsFound): string[] | null {
  for (const word of found) if (condition.none.has(word)) return null;
  const met: string[] = [];
  for (const list of condition.all) {
    const word = firstOf(list, found);
    if (word === undefined) return null;
    met.push(word);
  }
  return met;
}

const NOWHERE: readonly number[] = [];

/** Conditions by the words of their first list: one that names words is met only where one of these is found. */
export class ConditionIndex {
  private readonly byWord = new Map<string, number[]>();
  private readonly always: number[] = [];

  constructor(conditions: readonly CompiledCondition[]) {
    conditions.forEach(({ all: [first] }, place) => {
      if (!first) this.always.push(place);
      for (const word of first?.keys() ?? []) {
        const places = this.byWord.get(word);
        if (places) places.push(place);
        else this.byWord.set(word, [place]);
      }
    });
  }

  /** Places of the conditions that may be met, in their order. */
  askable(found: WordsFound): readonly number[] {
    const places = [...this.always];
    for (const word of found) places.push(...(this.byWord.get(word) ?? NOWHERE));
    return places.length < 2 ? places : [...new Set(places)].sort((a, b) => a - b);
  }
}

/** Of the words found, the one that stands first in the list. */
function firstOf(list: ReadonlyMap<string, number>, found: WordsFound): string | undefined {
  let first: string | undefined;
  let least = Infinity;
  for (const word of found) {
    const place = list.get(word) ?? Infinity;
    if (place < least) [first, least] = [word, place];
  }
  return first;
}

/** Lists of words by their place in the list. */
export interface CompiledCondition {
  all: ReadonlyMap<string, number>[];
  none: ReadonlySet<string>;
}

/** Puts the words of the named sets in place of their `@name`. An unknown name stands for nothing. */
export function compileCondition(condition: WordCondition, sets: Record<string, string[]>): CompiledCondition {
  const expand = (words: readonly string[]): string[] =>
    words.flatMap((word) => (word.startsWith('@') ? (sets[word.slice(1)] ?? []) : [word]));
  const placed = (words: readonly string[]) => new Map([...new Set(expand(words))].map((word, place) => [word, place]));
  return { all: condition.all.map(placed), none: new Set(expand(condition.none ?? [])) };
}

/** Hits that no cover takes in; both in order of their end. */
function uncovered(hits: readonly WordHit[], covers: readonly WordHit[]): WordHit[] {
  let cover = covers.length - 1;
  let covered = Infinity;
  const fromLast = [...hits].reverse().filter(({ start, end }) => {
    for (; (covers[cover]?.end ?? -1) >= end; cover--) covered = Math.min(covered, covers[cover]?.start ?? covered);
    return start < covered;
  });
  return fromLast.reverse();
}

/** Hits that stand in no longer one: of 微短剧 only 微短剧, not 短剧. @param hits in order of their end, those of one end longest first */
export function outermost(hits: readonly WordHit[]): readonly WordHit[] {
  if (hits.length < 2) return hits;
  const kept: WordHit[] = [];
  for (const hit of hits) {
    if (kept.at(-1)?.end === hit.end) continue;
    while ((kept.at(-1)?.start ?? -1) >= hit.start) kept.pop();
    kept.push(hit);
  }
  return kept;
}

/** The words of one text, the idle ones apart; both in order of their end. */
export interface WordsRead {
  hits: readonly WordHit[];
  idle: readonly WordHit[];
}

/** Of a text, or of its beginning alone, the hits that stand in no idle word. */
export function hitsUpTo({ hits, idle }: WordsRead, end = Infinity): readonly WordHit[] {
  const upTo = (all: readonly WordHit[]): readonly WordHit[] =>
    (all.at(-1)?.end ?? 0) <= end ? all : all.filter((hit) => hit.end <= end);
  const kept = upTo(hits);
  return idle.length === 0 ? kept : uncovered(kept, upTo(idle));
}

/** Finds listed words, leaving out those that stand inside an idle word (电视 in 电视塔). Cost grows with the text alone. */
export class WordFinder {
  /** The listed words first, then the idle ones that are not listed. */
  private readonly matcher: WordMatcher;
  private readonly listed: number;
  private readonly idle: ReadonlySet<number>;

  /** @param words a hit tells a word by its place among them, counting each once */
  constructor(words: Iterable<string>, idle: readonly string[]) {
    const listed = new Set(words);
    this.listed = listed.size;
    this.matcher = new WordMatcher([...new Set([...listed, ...idle])]);
    const idleWords = new Set(idle);
    this.idle = new Set(this.matcher.words.flatMap((word, place) => (idleWords.has(word) ? [place] : [])));
  }

  /** @param text plain characters, as the words are written */
  read(text: string): WordsRead {
    const hits: WordHit[] = [];
    const idle: WordHit[] = [];
    this.matcher.scan(text, (word, start, end) => {
      if (word < this.listed) hits.push({ word, start, end });
      if (this.idle.has(word)) idle.push({ word, start, end });
    });
    return { hits, idle };
  }

  word(hit: WordHit): string {
    return this.matcher.words[hit.word] ?? '';
  }
}
