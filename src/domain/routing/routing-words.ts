import { hitsUpTo, outermost, WordFinder, type WordsFound, type WordsRead } from '../text/word-sets.js';
import type { BureauRules } from './routing-rules.js';
import { UnitClaims, type UnitScore } from './unit-score.js';

/** The words of the rules and those of the units in one automaton: an item is gone through once. */
export class RoutingWords {
  private readonly finder: WordFinder;
  /** So many words of the list, the first ones, are asked for by rules; some of them speak for units too. */
  private readonly ofRules: number;
  private readonly claims: UnitClaims;

  /** @param ofRules the words that the rules ask for */
  constructor(rules: BureauRules, ofRules: Iterable<string>) {
    const words = new Set(ofRules);
    this.ofRules = words.size;
    this.claims = new UnitClaims(rules);
    this.finder = new WordFinder([...words, ...this.claims.words], rules.idle);
  }

  read(text: string): WordsRead {
    return this.finder.read(text);
  }

  /** The words of the rules, in the whole or up to an offset. */
  found(read: WordsRead, end?: number): WordsFound {
    const found = new Set<string>();
    for (const hit of hitsUpTo(read, end)) if (hit.word < this.ofRules) found.add(this.finder.word(hit));
    return found;
  }

  /** How strongly title and lead speak for units. */
  scores(title: WordsRead, lead: WordsRead): UnitScore[] {
    return this.claims.scores(this.claiming(title), this.claiming(lead));
  }

  private claiming(read: WordsRead): string[] {
    const ofUnits = hitsUpTo(read).filter((hit) => hit.word >= this.ofRules || this.claims.has(this.finder.word(hit)));
    return outermost(ofUnits).map((hit) => this.finder.word(hit));
  }
}
