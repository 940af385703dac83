import type { BureauRules } from '../routing/routing-rules.js';
import type { Explanation, Judgement, LeadBy, RuleMet } from './explanation.js';
import { type Fields, type Quote, quotesOf } from './quote.js';

/** How far into the text the words of a unit are looked for, UTF-16 units; rules are asked of the title alone. */
const OPENING = 160;

type Route = Judgement['route'];
type RouteReasons = Pick<Explanation, 'scope' | 'units' | 'focus' | 'disposition' | 'secondOpinion'>;

export function routeReasons({ route }: Judgement, article: Fields, rules: BureauRules): RouteReasons {
  const { why } = route;
  const title = (words: readonly string[]): Quote[] => quotesOf(words, article, 0);
  const opening = (words: readonly string[]): Quote[] => quotesOf(words, article, OPENING);
  const met = ({ rule, words, weight }: Met): RuleMet => ({ rule, weight: weight ?? null, rests: title(words) });
  const opened = (one: Met): RuleMet => ({ ...met(one), rests: opening(one.words) });
  const isOpened = ({ rule }: Met) => rule === 'DOCUMENT' || rules.scope.opening.some(({ id }) => id === rule);
  // Of the documents the first one decides. Judgements made before there was a registry name none.
  const documents = (why.documents ?? []).map(({ id, words }) => opened({ rule: id, words }));
  return {
    scope: {
      answer: route.inScope,
      evidence: why.evidence,
      line: rules.scope.line,
      rules: why.scope.map((one) => (isOpened(one) ? opened(one) : met(one))),
    },
    units: {
      ...{ lead: route.lead, co: route.co, by: leadBy(route, rules) },
      rules: [...documents, ...why.cross.map(met)],
      scores: why.scores.map(({ code, score, words }) => ({ code, score, rests: opening(words) })),
    },
    focus: why.focus.map((one) => ({ ...met(one), focus: focusOf(one.rule, rules) ?? 'MAJOR_POLICY' })),
    disposition: route.disposition ? dispositionOf(route.disposition, title) : null,
    secondOpinion: why.vote && { ...why.vote, tipped: why.scope.some(({ rule }) => rule === 'VOTE') },
  };
}

interface Met {
  rule: string;
  words: string[];
  weight?: number;
}

const focusOf = (rule: string, rules: BureauRules) => rules.focus.find(({ id }) => id === rule)?.focus;

type Proposed = NonNullable<Route['disposition']>;

const dispositionOf = ({ answer, rule, words }: Proposed, title: (words: string[]) => Quote[]) => ({
  answer,
  rules: [{ rule, weight: null, rests: title(words) }],
});

/** In the order of the rules: registered document, fixed rule, score, the duty named by a rule of the field, the General Office; null without a lead. */
function leadBy({ lead, why }: Route, rules: BureauRules): LeadBy | null {
  if (lead === null) return null;
  if (why.documents?.[0]) return 'document';
  const fixed = why.cross.some(({ rule }) => rules.cross.some((one) => one.id === rule && one.lead === lead));
  if (fixed) return 'cross';
  const scored = why.scores.some(({ code, score }) => code === lead && score >= rules.weights.least);
  if (scored) return 'score';
  const duty = why.scope.some(({ rule }) => rules.scope.rules.some((one) => one.id === rule && one.lead === lead));
  return duty ? 'duty' : 'fallback';
}
