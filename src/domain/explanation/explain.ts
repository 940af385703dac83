import type { ArticleText } from '../text/article-text.js';
import type { Figure } from '../reading/figure.js';
import { type FigureName, type NextLine, tablesOfKind, whatWouldChange } from '../reading/next-lines.js';
import type { ReadingRules } from '../reading/reading-rules.js';
import type { DocumentRegistry } from '../routing/policy-document.js';
import type { BureauRules } from '../routing/routing-rules.js';
import { alertChecks } from './alert-checks.js';
import { type Explanation, type FigureReason, FIGURES, type Judgement } from './explanation.js';
import { gradeReasons } from './grade-reasons.js';
import { type Fields, quoteOf, quotesOf } from './quote.js';
import { routeReasons } from './route-reasons.js';
import { scopeSteps } from './scope-steps.js';
import { vetoesOf } from './vetoes.js';
import { withoutVetoes } from './without-words.js';

/** The rules that a judgement is explained by: those it was made by, for the explanation to be whole. */
export interface ExplanationRules extends ReadingRules {
  bureaus: BureauRules;
  documents: DocumentRegistry;
}

const BEIJING_MS = 8 * 3_600_000;
/** As far as words of 重大人员伤亡 are looked for. */
const WHOLE = 20_000;

/**
 * Why an article was judged as it was. Of the same judgement, article and rules the same explanation.
 * @param article as it was judged: offsets of the explanation hold in its title and text
 */
export function explain(judgement: Judgement, article: ArticleText, rules: ExplanationRules): Explanation {
  const { reading } = judgement;
  const answers = { version: judgement.version, ...readingReasons(judgement, article, rules) };
  const routed = routeReasons(judgement, article, rules);
  const grades = gradeReasons(judgement, rules.severity);
  const parts = { ...answers, ...routed, grades };
  const steps = scopeSteps(article.title, routed.scope, rules.bureaus);
  const told: Explanation = {
    ...parts,
    alert: { answer: reading.alert, checks: alertChecks(judgement) },
    vetoes: vetoesOf(parts, rules.lexicon.places),
    wouldChange: {
      lines: linesFor(judgement, article, rules),
      words: [],
      scope: { missing: Math.max(0, routed.scope.line - routed.scope.evidence), steps },
    },
  };
  return { ...told, wouldChange: { ...told.wouldChange, words: withoutVetoes(article, rules, told) } };
}

type ReadingReasons = Pick<
  Explanation,
  'happening' | 'trap' | 'kind' | 'place' | 'phase' | 'occurred' | 'figures' | 'said' | 'level'
>;

function readingReasons({ reading, missed }: Judgement, article: Fields, rules: ExplanationRules): ReadingReasons {
  const { trap, phase, places, scope, eventKind, occurredAt, why, level, basis, provisional } = reading;
  const kind = why.kind.map(quoteOf);
  const grave = level === null && provisional ? quotesOf(rules.lexicon.context.grave, article, WHOLE) : [];
  return {
    happening: {
      ...{ answer: reading.isIncident, because: happeningBecause(reading) },
      ...{ rests: trap === null ? kind : [], vote: missed ?? null },
    },
    trap: trap === null ? null : { id: trap, rests: why.trap.map(quoteOf) },
    kind: { answer: eventKind, tables: tablesOfKind(rules.lexicon, eventKind), rests: kind },
    place: { places, scope, rests: why.scope.map(quoteOf) },
    phase: { answer: phase, rests: why.phase.map(quoteOf) },
    occurred: occurredAt && timeReason(occurredAt),
    figures: figureReasons(reading),
    said: reading.circumstances.said.map((one) => ({ id: one.id, rests: quoteOf(one) })),
    level: { answer: level, basis, provisional, grave, official: why.official.map(quoteOf) },
  };
}

function timeReason({ at, precision, said }: NonNullable<Judgement['reading']['occurredAt']>): Explanation['occurred'] {
  return { at, precision, rests: said ? [quoteOf(said)] : [] };
}

function happeningBecause({ isIncident, trap, eventKind }: Judgement['reading']): Explanation['happening']['because'] {
  if (isIncident) return 'words';
  if (trap !== null) return 'trap';
  return eventKind === null ? 'no_words' : 'no_harm';
}

/** By the date of publication, as graded: the article's own date line may be older, which matters only where the law has changed since. */
function linesFor({ reading }: Judgement, { publishedAt }: ArticleText, rules: ExplanationRules): NextLine[] {
  if (!reading.isIncident) return [];
  const { facts, circumstances, eventKind } = reading;
  const day = publishedAt ? new Date(publishedAt.getTime() + BEIJING_MS).toISOString().slice(0, 10) : null;
  return whatWouldChange({ facts, circumstances, tables: tablesOfKind(rules.lexicon, eventKind), day }, rules.severity);
}

function figureReasons({ facts, circumstances }: Judgement['reading']): FigureReason[] {
  const known: Partial<Record<FigureName, Figure | null>> = { ...circumstances.quantities, ...facts };
  return FIGURES.flatMap((name) => {
    const figure = known[name];
    if (!figure) return [];
    const { value, bound, confidence = null } = figure as Figure & { confidence?: number };
    return [{ name, value, bound, confidence, rests: quoteOf(figure) }];
  });
}
