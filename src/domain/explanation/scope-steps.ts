import type { BureauRules } from '../routing/routing-rules.js';
import { compileCondition, wordsMeeting } from '../text/word-sets.js';
import type { Explanation, ScopeStep } from './explanation.js';

const MOST_STEPS = 4;
const MOST_WORDS = 8;

type Scope = Explanation['scope'];

/**
 * The nearest ways across the line of the office's field. In: rules whose loss alone would leave the evidence below the line. Out: rules of
 * enough weight that lack words of one list only.
 */
export function scopeSteps(title: string, scope: Scope, rules: BureauRules): ScopeStep[] {
  return (scope.answer ? drops(scope) : adds(title, scope, rules)).slice(0, MOST_STEPS);
}

function drops({ rules, evidence, line }: Scope): ScopeStep[] {
  return rules.flatMap(({ rule, weight, rests }): ScopeStep[] => {
    if (weight === null || evidence - weight >= line || rests.length === 0) return [];
    return [{ rule, weight, how: 'drop', words: rests.map(({ words }) => words) }];
  });
}

function adds(title: string, { evidence, line }: Scope, rules: BureauRules): ScopeStep[] {
  return rules.scope.rules.flatMap(({ id, weight, when }): ScopeStep[] => {
    if (weight < line - evidence) return [];
    const condition = compileCondition(when, rules.sets);
    const listed = [...condition.all.flatMap((list) => [...list.keys()]), ...condition.none];
    const found = new Set(listed.filter((word) => title.includes(word)));
    const lacking = condition.all.filter((list) => ![...list.keys()].some((word) => found.has(word)));
    const [list] = lacking;
    const isMet = wordsMeeting(condition, found) !== null;
    if (isMet || lacking.length !== 1 || condition.all.length === 1 || !list) return [];
    return [{ rule: id, weight, how: 'add', words: [...list.keys()].slice(0, MOST_WORDS) }];
  });
}
