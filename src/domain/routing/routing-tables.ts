import { compileCondition, type CompiledCondition, WordFinder } from '../text/word-sets.js';
import { DocumentFinder } from './document-finder.js';
import type { DocumentRegistry } from './policy-document.js';
import type { BureauRules, CrossRule, DispositionRule, FocusRule, ScopeRule, WordCondition } from './routing-rules.js';
import { UnitWords } from './unit-score.js';

export type Compiled<T> = T & { condition: CompiledCondition };

/** The bureaus file and the registry of documents made ready for use. Build it once for each state of the two. */
export interface RoutingTables {
  rules: BureauRules;
  finder: WordFinder;
  unitWords: UnitWords;
  documents: DocumentFinder;
  scope: Compiled<ScopeRule>[];
  opening: Compiled<ScopeRule>[];
  cross: Compiled<CrossRule>[];
  focus: Compiled<FocusRule>[];
  disposition: (DispositionRule & { condition: CompiledCondition | null })[];
}

const NO_DOCUMENTS: DocumentRegistry = { version: 'none', items: [] };

export function compileRouting(rules: BureauRules, documents: DocumentRegistry = NO_DOCUMENTS): RoutingTables {
  const condition = (when: WordCondition): CompiledCondition => compileCondition(when, rules.sets);
  const compile = <T extends { when: WordCondition }>(list: T[]): Compiled<T>[] =>
    list.map((rule) => ({ ...rule, condition: condition(rule.when) }));
  const tables = {
    scope: compile(rules.scope.rules),
    opening: compile(rules.scope.opening),
    cross: compile(rules.cross),
    focus: compile(rules.focus),
    disposition: rules.disposition.map((rule) => ({ ...rule, condition: rule.when ? condition(rule.when) : null })),
  };
  const words = Object.values(tables).flatMap((list) => list.flatMap(({ condition }) => wordsOf(condition)));
  const finder = new WordFinder(new Set(words), rules.idle);
  return { rules, finder, unitWords: new UnitWords(rules), documents: new DocumentFinder(documents), ...tables };
}

const wordsOf = (condition: CompiledCondition | null): string[] =>
  condition ? [...condition.all.flatMap((list) => [...list.keys()]), ...condition.none] : [];
