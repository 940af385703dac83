import { hitsUpTo, outermost, WordFinder, type WordsFound, type WordsRead } from '../text/word-sets.js';
import type { BureauRules } from './routing-rules.js';
import { UnitClaims, type UnitScore } from './unit-score.js';

/** The words of the rules and those of the units in one automaton: an item is gone through once. */
export class RoutingWords {
  private readonly finder: WordFinder;
  private readonly ofRules: ReadonlySet<string>;
  private readonly claims: UnitClaims;

  /** @param ofRules the words that the rules ask for */
  constructor(rules: BureauRules, ofRules: Iterable<string>) {
    this.ofRules = new Set(ofRules);
    this.claims = new UnitClaims(rules);
    this.finder = new WordFinder([...this.ofRules, ...this.claims.words], rules.idle);
  }

  read(text: string): WordsRead {
    return this.finder.read(text);
  }

  /** The words of the rules, in the whole or up to an offset. */
  found(read: WordsRead, end?: number): WordsFound {
    const found = new Set<string>();
    for (const hit of hitsUpTo(read, end)) {
      const word = this.finder.word(hit);
      if (this.ofRules.has(word)) found.add(word);
    }
    return found;
  }

  /** How strongly title and lead speak for units. */
  scores(title: WordsRead, lead: WordsRead): UnitScore[] {
    return this.claims.scores(this.claiming(title), this.claiming(lead));
  }

  private claiming(read: WordsRead): string[] {
    const ofUnits = hitsUpTo(read).filter((hit) => this.claims.has(this.finder.word(hit)));
    return outermost(ofUnits).map((hit) => this.finder.word(hit));
  }
}
