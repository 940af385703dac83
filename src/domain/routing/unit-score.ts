import type { BureauRules } from './routing-rules.js';

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

/** Which words speak for which units, and how strongly. */
export class UnitClaims {
  private readonly claims = new Map<string, Claim[]>();

  constructor(private readonly rules: BureauRules) {
    rules.units.forEach((unit, index) => {
      this.add(unit.strong, { unit: index, weight: rules.weights.strong });
      this.add(unit.support, { unit: index, weight: rules.weights.support });
      this.add(unit.exclusions ?? [], { unit: index, weight: -rules.weights.strong });
    });
  }

  get words(): Iterable<string> {
    return this.claims.keys();
  }

  has(word: string): boolean {
    return this.claims.has(word);
  }

  /** Adds each distinct word once, title words with the title's weight. Highest score first; equal scores in the order of the file. */
  scores(title: readonly string[], lead: readonly string[]): UnitScore[] {
    const scores: UnitScore[] = [];
    const counted = new Set<string>();
    const add = (words: readonly string[], factor: number): void => {
      for (const word of words) {
        if (!counted.has(word)) this.count(scores, word, factor);
        counted.add(word);
      }
    };
    add(title, this.rules.weights.title);
    add(lead, 1);
    return scores.filter((one) => one.score > 0).sort((a, b) => b.score - a.score);
  }

  private count(scores: UnitScore[], word: string, factor: number): void {
    for (const { unit, weight } of this.claims.get(word) ?? []) {
      const score = (scores[unit] ??= { code: this.rules.units[unit]?.code ?? '', score: 0, words: [] });
      score.score += weight * factor;
      score.words.push(word);
    }
  }

  private add(words: readonly string[], claim: Claim): void {
    for (const word of words) this.claims.set(word, [...(this.claims.get(word) ?? []), claim]);
  }
}
