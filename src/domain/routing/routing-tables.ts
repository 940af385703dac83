import { compileCondition, type CompiledCondition, ConditionIndex } from '../text/word-sets.js';
import { DocumentFinder } from './document-finder.js';
import type { DocumentRegistry } from './policy-document.js';
import type { BureauRules, CrossRule, DispositionRule, FocusRule, ScopeRule, WordCondition } from './routing-rules.js';
import { AnsweringUnits } from './answering-units.js';
import { RoutingWords } from './routing-words.js';

export type Compiled<T> = T & { condition: CompiledCondition };

/** Rules of one kind in their order, and which of them some words may meet. */
export interface RuleList<T> {
  rules: Compiled<T>[];
  index: ConditionIndex;
}

/** The bureaus file and the registry of documents made ready for use. Build it once for each state of the two. */
export interface RoutingTables {
  rules: BureauRules;
  words: RoutingWords;
  answering: AnsweringUnits;
  documents: DocumentFinder;
  scope: RuleList<ScopeRule>;
  opening: RuleList<ScopeRule>;
  cross: RuleList<CrossRule>;
  focus: RuleList<FocusRule>;
  disposition: (DispositionRule & { condition: CompiledCondition | null })[];
}

const NO_DOCUMENTS: DocumentRegistry = { version: 'none', items: [] };

export function compileRouting(rules: BureauRules, documents: DocumentRegistry = NO_DOCUMENTS): RoutingTables {
  const conditions: CompiledCondition[] = [];
  const condition = (when: WordCondition): CompiledCondition => {
    const compiled = compileCondition(when, rules.sets);
    conditions.push(compiled);
    return compiled;
  };
  const compile = <T extends { when: WordCondition }>(list: T[]): RuleList<T> => {
    const compiled = list.map((rule) => ({ ...rule, condition: condition(rule.when) }));
    return { rules: compiled, index: new ConditionIndex(compiled.map((rule) => rule.condition)) };
  };
  const lists = {
    scope: compile(rules.scope.rules),
    opening: compile(rules.scope.opening),
    cross: compile(rules.cross),
    focus: compile(rules.focus),
    disposition: rules.disposition.map((rule) => ({ ...rule, condition: rule.when ? condition(rule.when) : null })),
  };
  return {
    rules,
    words: new RoutingWords(rules, conditions.flatMap(wordsOf)),
    answering: new AnsweringUnits(rules.units),
    documents: new DocumentFinder(documents),
    ...lists,
  };
}

const wordsOf = ({ all, none }: CompiledCondition): string[] => [...all.flatMap((list) => [...list.keys()]), ...none];
