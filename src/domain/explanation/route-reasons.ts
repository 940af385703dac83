import type { BureauRules } from '../routing/routing-rules.js';
import type { DocumentRegistry } from '../routing/policy-document.js';
import type { Explanation, Judgement, LeadBy, RuleMet } from './explanation.js';
import { type Fields, type Quote, quotesOf } from './quote.js';

/** How far into the text the words of a unit or a document are looked for, and those of the opening's rules; UTF-16 units. */
const LEAD = 160;
const OPENING = 60;

type Route = Judgement['route'];
type RouteReasons = Pick<Explanation, 'scope' | 'units' | 'focus' | 'disposition' | 'secondOpinion'>;
type Rules = { bureaus: BureauRules; documents: DocumentRegistry };

export function routeReasons({ route }: Judgement, article: Fields, { bureaus, documents }: Rules): RouteReasons {
  const { why, disposition } = route;
  const reachOf = reachesOf(bureaus);
  const met = ({ rule, words, weight }: Met): RuleMet => ({
    ...{ rule, weight: weight ?? null },
    rests: quotesOf(words, article, reachOf(rule)),
  });
  const lead = (words: readonly string[]): Quote[] => quotesOf(words, article, LEAD);
  return {
    scope: { answer: route.inScope, evidence: why.evidence, line: bureaus.scope.line, rules: why.scope.map(met) },
    units: {
      ...{ lead: route.lead, co: route.co, by: leadBy(route, bureaus) },
      documents: why.documents.map(({ id, title, bureau, words }) => ({
        ...{ id, title, bureau, rests: lead(words) },
        number: documents.items.find((one) => one.id === id)?.number ?? null,
      })),
      rules: why.cross.map(met),
      scores: why.scores.map(({ code, score, words }) => ({ code, score, rests: lead(words) })),
    },
    focus: why.focus.map((one) => ({ ...met(one), focus: focusOf(one.rule, bureaus) ?? 'MAJOR_POLICY' })),
    disposition: disposition && { answer: disposition.answer, rules: [met(disposition)] },
    secondOpinion: why.vote && { ...why.vote, tipped: why.scope.some(({ rule }) => rule === 'VOTE') },
  };
}

interface Met {
  rule: string;
  words: string[];
  weight?: number;
}

/** Rules are asked of the title alone, but for documents and the rules of the opening. */
function reachesOf({ scope }: BureauRules): (rule: string) => number {
  const opening = new Set(scope.opening.map(({ id }) => id));
  return (rule) => {
    if (rule === 'DOCUMENT') return LEAD;
    return opening.has(rule) ? OPENING : 0;
  };
}

const focusOf = (rule: string, rules: BureauRules) => rules.focus.find(({ id }) => id === rule)?.focus;

/** In the order of the rules: registry, fixed rule, score, the duty named by a rule of the field, the guard, the General Office. */
function leadBy({ lead, why }: Route, rules: BureauRules): LeadBy | null {
  if (lead === null) return null;
  if (why.documents.length > 0) return 'document';
  const names = (list: readonly { id: string; lead?: string | undefined }[]) => (rule: string) =>
    list.some((one) => one.id === rule && one.lead !== undefined);
  if (why.cross.some(({ rule }) => names(rules.cross)(rule))) return 'cross';
  const strong = why.scores.filter(({ score }) => score >= rules.weights.least).map(({ code }) => code);
  if (strong.some((code) => code !== rules.casualties)) return 'score';
  if (why.scope.some(({ rule }) => names(rules.scope.rules)(rule))) return 'duty';
  return strong.length > 0 ? 'score' : 'fallback';
}
