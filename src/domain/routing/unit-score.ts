import type { BureauRules } from './routing-rules.js';
import { WordFinder } from '../text/word-sets.js';

/** How strongly the words of an item speak for a unit: rules.md §3.3 rule 3. */
export interface UnitScore {
  code: string;
  score: number;
  words: string[];
}

interface Claim {
  unit: number;
  weight: number;
}

/** The word lists of all units in one automaton. */
export class UnitWords {
  readonly finder: WordFinder;
  readonly claims = new Map<string, Claim[]>();

  constructor(readonly rules: BureauRules) {
    rules.units.forEach((unit, index) => {
      this.add(unit.strong, { unit: index, weight: rules.weights.strong });
      this.add(unit.support, { unit: index, weight: rules.weights.support });
      this.add(unit.exclusions ?? [], { unit: index, weight: -rules.weights.strong });
    });
    this.finder = new WordFinder(this.claims.keys(), rules.idle);
  }

  private add(words: readonly string[], claim: Claim): void {
    for (const word of words) this.claims.set(word, [...(this.claims.get(word) ?? []), claim]);
  }
}

/** Adds each distinct word once, title words with the title's weight. Highest score first; equal scores in the order of the file. */
export function scoreUnits(title: string, lead: string, words: UnitWords): UnitScore[] {
  const { units } = words.rules;
  const scores: UnitScore[] = [];
  const counted = new Set<string>();
  for (const [text, factor] of [
    [title, words.rules.weights.title],
    [lead, 1],
  ] as const) {
    if (text === '') continue;
    for (const hit of words.finder.longestHits(text)) {
      const word = words.finder.word(hit);
      if (counted.has(word)) continue;
      counted.add(word);
      for (const { unit, weight } of words.claims.get(word) ?? []) {
        const score = (scores[unit] ??= { code: units[unit]?.code ?? '', score: 0, words: [] });
        score.score += weight * factor;
        score.words.push(word);
      }
    }
  }
  return scores.filter((one) => one.score > 0).sort((a, b) => b.score - a.score);
}
