import type { ArticleText } from '../text/article-text.js';
import type { ReadingRules } from '../reading/reading-rules.js';
import type { BureauRules } from '../routing/routing-rules.js';
import { alertChecks } from './alert-checks.js';
import { type Explanation, type FigureReason, FIGURES, type Judgement } from './explanation.js';
import { gradeReasons } from './grade-reasons.js';
import { type Fields, type Quote, quoteOf, quotesOf } from './quote.js';
import { routeReasons } from './route-reasons.js';
import { scopeSteps } from './scope-steps.js';
import { vetoesOf } from './vetoes.js';
import { withoutVetoes } from './without-words.js';

/** The rules that a judgement is explained by: those it was made by, for the explanation to be whole. */
export interface ExplanationRules extends ReadingRules {
  bureaus: BureauRules;
}

/** As far as words of 重大人员伤亡 are looked for. */
const WHOLE = 20_000;

/**
 * Why an article was judged as it was. Of the same judgement, article and rules the same explanation.
 * @param article as it was judged: offsets of the explanation hold in its title and text
 */
export function explain(judgement: Judgement, article: ArticleText, rules: ExplanationRules): Explanation {
  const { reading } = judgement;
  const answers = { version: judgement.version, ...readingReasons(judgement, article, rules) };
  const routed = routeReasons(judgement, article, rules.bureaus);
  const grades = gradeReasons(judgement, rules.severity);
  const parts = { ...answers, ...routed, grades };
  const steps = scopeSteps(article.title, routed.scope, rules.bureaus);
  const told: Explanation = {
    ...parts,
    alert: { answer: reading.alert, checks: alertChecks(judgement) },
    vetoes: vetoesOf(parts, rules.lexicon.places),
    wouldChange: {
      lines: [],
      words: [],
      scope: { missing: Math.max(0, routed.scope.line - routed.scope.evidence), steps },
    },
  };
  return { ...told, wouldChange: { ...told.wouldChange, words: withoutVetoes(article, rules, told) } };
}

type ReadingReasons = Pick<
  Explanation,
  'happening' | 'trap' | 'kind' | 'place' | 'phase' | 'occurred' | 'figures' | 'level'
>;

function readingReasons({ reading }: Judgement, article: Fields, rules: ExplanationRules): ReadingReasons {
  const { trap, phase, places, scope, eventKind, occurredAt, why, level, basis, provisional } = reading;
  const kind = why.kind.map(quoteOf);
  const grave = level === null && provisional ? quotesOf(rules.lexicon.context.grave, article, WHOLE) : [];
  return {
    happening: { answer: reading.isIncident, because: happeningBecause(reading), rests: trap === null ? kind : [] },
    trap: trap === null ? null : { id: trap, rests: why.trap.map(quoteOf) },
    kind: { answer: eventKind, tables: tablesOf(eventKind, rules), rests: kind },
    place: { places, scope, rests: why.scope.map(quoteOf) },
    phase: { answer: phase, rests: why.phase.map(quoteOf) },
    occurred: occurredAt && { ...occurredAt, rests: [] },
    figures: figureReasons(reading.facts),
    level: { answer: level, basis, provisional, grave, official: why.official.map(quoteOf) },
  };
}

function happeningBecause({ isIncident, trap, eventKind }: Judgement['reading']): Explanation['happening']['because'] {
  if (isIncident) return 'words';
  if (trap !== null) return 'trap';
  return eventKind === null ? 'no_words' : 'no_harm';
}

const tablesOf = (kind: string | null, { lexicon }: ExplanationRules): string[] =>
  lexicon.kinds.find((one) => one.kind === kind)?.tables ?? [];

function figureReasons(facts: Judgement['reading']['facts']): FigureReason[] {
  return FIGURES.flatMap((name) => {
    const figure = facts[name];
    if (!figure) return [];
    const rests: Quote = quoteOf(figure);
    return [{ name, value: figure.value, bound: figure.bound, confidence: null, rests }];
  });
}
