import type { WordsFound } from '../text/word-sets.js';
import { type CompiledCondition, wordsMeeting } from '../text/word-sets.js';
import type { Disposition, DispositionRule, Focus } from './routing-rules.js';

/** How the matter may be answered, and why: a proposal, the press office decides. */
export interface ProposedDisposition {
  answer: Disposition;
  rule: string;
  words: string[];
}

/** What the proposal rests on: the route so far, and what was read. */
export interface DispositionAsked {
  lead: string;
  focus: readonly Focus[];
  /** The article tells of a happening; the trap it fell into, if any. */
  happening: boolean;
  trap: string | null;
}

/** The first rule of the file that holds; null where none does. 国办发〔2016〕80号 二(二): 区别不同情况,分类处置. */
export function proposeDisposition(
  asked: DispositionAsked,
  found: WordsFound,
  rules: readonly (DispositionRule & { condition: CompiledCondition | null })[],
): ProposedDisposition | null {
  for (const rule of rules) {
    if (!fits(rule, asked)) continue;
    const words = rule.condition ? wordsMeeting(rule.condition, found) : [];
    if (words) return { answer: rule.disposition, rule: rule.id, words };
  }
  return null;
}

function fits(rule: DispositionRule, { lead, focus, happening, trap }: DispositionAsked): boolean {
  if (rule.leads && !rule.leads.includes(lead)) return false;
  if (rule.focus && !rule.focus.some((one) => focus.includes(one))) return false;
  if (rule.happening !== undefined && rule.happening !== happening) return false;
  return !rule.traps || (trap !== null && rule.traps.includes(trap));
}
