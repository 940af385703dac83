import type { BureauRules } from '../routing/routing-rules.js';
import type { Explanation, Judgement, LeadBy, RuleMet } from './explanation.js';
import { type Fields, type Quote, quotesOf } from './quote.js';

/** How far into the text the words of a unit are looked for, UTF-16 units; rules are asked of the title alone. */
const OPENING = 160;

type Route = Judgement['route'];
type RouteReasons = Pick<Explanation, 'scope' | 'units' | 'focus' | 'secondOpinion'>;

export function routeReasons({ route }: Judgement, article: Fields, rules: BureauRules): RouteReasons {
  const { why } = route;
  const title = (words: readonly string[]): Quote[] => quotesOf(words, article, 0);
  const opening = (words: readonly string[]): Quote[] => quotesOf(words, article, OPENING);
  const met = ({ rule, words, weight }: Met): RuleMet => ({ rule, weight: weight ?? null, rests: title(words) });
  return {
    scope: { answer: route.inScope, evidence: why.evidence, line: rules.scope.line, rules: why.scope.map(met) },
    units: {
      ...{ lead: route.lead, co: route.co, by: leadBy(route, rules) },
      rules: why.cross.map(met),
      scores: why.scores.map(({ code, score, words }) => ({ code, score, rests: opening(words) })),
    },
    focus: why.focus.map((one) => ({ ...met(one), focus: focusOf(one.rule, rules) ?? 'MAJOR_POLICY' })),
    secondOpinion: why.vote && { ...why.vote, tipped: why.scope.some(({ rule }) => rule === 'VOTE') },
  };
}

interface Met {
  rule: string;
  words: string[];
  weight?: number;
}

const focusOf = (rule: string, rules: BureauRules) => rules.focus.find(({ id }) => id === rule)?.focus;

/** In the order of the rules: fixed rule, score, the duty named by a rule of the field, the General Office; null without a lead. */
function leadBy({ lead, why }: Route, rules: BureauRules): LeadBy | null {
  if (lead === null) return null;
  const fixed = why.cross.some(({ rule }) => rules.cross.some((one) => one.id === rule && one.lead === lead));
  if (fixed) return 'cross';
  const scored = why.scores.some(({ code, score }) => code === lead && score >= rules.weights.least);
  if (scored) return 'score';
  const duty = why.scope.some(({ rule }) => rules.scope.rules.some((one) => one.id === rule && one.lead === lead));
  return duty ? 'duty' : 'fallback';
}
