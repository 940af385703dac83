import { NO_CIRCUMSTANCES } from './circumstances/circumstances.js';
import type { Facts } from './facts.js';
import type { Figure } from './figure.js';
import { LEVELS, type Level, type LevelBasis } from '../level.js';
import type { Lexicon } from '../text/lexicon.js';
import { type Metric, QUANTITIES, type Quantity, type SeverityRules, conditionsOf } from './reading-rules.js';
import { type Grade, type GradeQuestion, gradesOf } from './severity.js';

/** A figure of the reading: a fact or one of the quantities. */
export type FigureName = keyof Facts | Quantity;

/** The nearest value of one figure at which the level would be another. */
export interface NextLine {
  figure: FigureName;
  direction: 'graver' | 'milder';
  /** What it is now, where the level would change, and how far that is. */
  value: number;
  at: number;
  distance: number;
  /** The level then; null and no rule: none would be left. */
  level: Level | null;
  ruleId: string | null;
  basis: LevelBasis | null;
}

/** What grading asked; parts that a stored reading does not hold may be left out. */
export type GradedFacts = Pick<GradeQuestion, 'facts' | 'tables'> & Partial<GradeQuestion>;

/** The figures that a metric of the tables is measured by. Metrics that no text gives are measured by none. */
export const FACTS_OF: Partial<Record<Metric, readonly (keyof Facts)[]>> = {
  deaths: ['deaths', 'missing'],
  deathsOrMissing: ['deaths', 'missing'],
  seriousInjuries: ['seriousInjuries'],
  injured: ['injuries'],
  poisonedOrSeriouslyInjured: ['poisoned', 'seriousInjuries'],
  foodPoisoned: ['poisoned'],
  foodPoisoningDeaths: ['deaths'],
  directLossCny: ['economicLossYuan'],
  evacuated: ['evacuated'],
  magnitude: ['magnitude'],
};

const isQuantity = (name: FigureName): name is Quantity => QUANTITIES.some((one) => one === name);

function stepOf(name: FigureName): number {
  if (name === 'magnitude' || name === 'powerLossPct') return 0.1;
  return name.endsWith('Hours') ? 0.01 : 1;
}

const exactly = (value: number): number => Math.round(value * 100) / 100;

/** Lines at which this figure could matter, less what stands beside it in a sum (the missing beside the dead). */
function linesFor(name: FigureName, { facts, tables }: GradeQuestion, rules: SeverityRules): number[] {
  const kinds = new Set([...tables, rules.reference.kind]);
  const beside = name === 'deaths' ? facts.missing : name === 'missing' ? facts.deaths : null;
  const rows = [...rules.rows, ...rules.internal.rows].filter(({ kind }) => kinds.has(kind));
  return rows.flatMap(({ anyOf }) =>
    anyOf.flatMap(conditionsOf).flatMap((condition) => {
      if (!('metric' in condition)) return [];
      const { metric, gte, lt } = condition;
      const fed = metric === name || FACTS_OF[metric]?.some((one) => one === name);
      const edges = [gte, lt].filter((edge) => edge !== undefined && edge > 0) as number[];
      return fed ? edges.flatMap((edge) => [edge, edge - (beside?.value ?? 0)]) : [];
    }),
  );
}

function withValue(question: GradeQuestion, name: FigureName, figure: Figure, value: number): GradeQuestion {
  const changed: Figure = { ...figure, value, bound: 'exact' };
  if (!isQuantity(name)) return { ...question, facts: { ...question.facts, [name]: changed } };
  const quantities = { ...question.circumstances.quantities, [name]: changed };
  return { ...question, circumstances: { ...question.circumstances, quantities } };
}

const rank = (level: Level | null): number => (level === null ? LEVELS.length : LEVELS.indexOf(level));
const counting = (grades: readonly Grade[]): Grade | null => grades.find(({ counts }) => counts) ?? null;

function nearest(
  { name, figure }: { name: FigureName; figure: Figure },
  direction: NextLine['direction'],
  question: GradeQuestion,
  rules: SeverityRules,
): NextLine[] {
  const up = direction === 'graver';
  const now = rank(counting(gradesOf(rules, question))?.level ?? null);
  const edges = linesFor(name, question, rules).map((edge) => exactly(up ? edge : edge - stepOf(name)));
  const tried = [...new Set(edges)].filter((edge) => (up ? edge > figure.value : edge < figure.value && edge >= 0));
  for (const at of tried.sort((a, b) => (up ? a - b : b - a))) {
    const then = counting(gradesOf(rules, withValue(question, name, figure, at)));
    const rankThen = rank(then?.level ?? null);
    if (up ? rankThen >= now : rankThen <= now) continue;
    const distance = exactly(Math.abs(at - figure.value));
    const { level = null, ruleId = null, basis = null } = then ?? {};
    return [{ figure: name, direction, value: figure.value, at, distance, level, ruleId, basis }];
  }
  return [];
}

/**
 * For every figure that the text gives, the nearest value at which the level would be graver, and the nearest at which it would be
 * milder: found by grading anew, so that sums, joint lines and what else holds the level are all in it. Nearest first.
 */
export function whatWouldChange(graded: GradedFacts, rules: SeverityRules): NextLine[] {
  const question: GradeQuestion = {
    day: null,
    initial: false,
    hurt: false,
    circumstances: NO_CIRCUMSTANCES,
    ...graded,
  };
  const known = { ...question.facts, ...question.circumstances.quantities };
  const figures = (Object.entries(known) as [FigureName, Figure | null][]).flatMap(([name, figure]) =>
    figure ? [{ name, figure }] : [],
  );
  return (['graver', 'milder'] as const).flatMap((direction) =>
    figures
      .flatMap((one) => nearest(one, direction, question, rules))
      .sort((a, b) => a.distance / Math.max(a.value, 1) - b.distance / Math.max(b.value, 1)),
  );
}

/** The tables that grade a kind of happening, by its name in a reading. */
export function tablesOfKind({ kinds, office }: Lexicon, kind: string | null): string[] {
  return [...kinds, ...office.kinds].find((one) => one.kind === kind)?.tables ?? [];
}
