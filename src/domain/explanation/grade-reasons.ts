import type { Figure } from '../reading/figure.js';
import {
  type Metric,
  QUANTITIES,
  type SeverityRow,
  type SeverityRules,
  conditionsOf,
} from '../reading/reading-rules.js';
import { FACTS_OF, type FigureName } from '../reading/next-lines.js';
import type { GradeReason, Judgement } from './explanation.js';

type Reading = Judgement['reading'];

function measuredBy(metric: Metric): readonly FigureName[] {
  return FACTS_OF[metric] ?? QUANTITIES.filter((name) => name === metric);
}

/** What the row asks for in words and the text says. */
function saidFor(row: SeverityRow, { circumstances }: Reading): string[] {
  const asked = row.anyOf.flatMap(conditionsOf).flatMap((one) => ('said' in one ? [one.said] : []));
  return [...new Set(asked)].filter((id) => circumstances.said.some((one) => one.id === id));
}

/** The figures that reach one of the row's lines by themselves; where only a sum does, the figures of the sum. */
function reachedBy(row: SeverityRow, { facts, circumstances }: Reading): FigureName[] {
  const known: Partial<Record<FigureName, Figure | null>> = { ...circumstances.quantities, ...facts };
  const ways = row.anyOf.flatMap(conditionsOf).flatMap((condition) => {
    if (!('metric' in condition)) return [];
    const { metric, gte = 0, lt = Infinity } = condition;
    const names = measuredBy(metric).filter((name) => (known[name]?.value ?? 0) > 0);
    const values = names.map((name) => known[name]?.value ?? 0);
    const alone = names.filter((_, at) => (values[at] ?? 0) >= gte && (values[at] ?? 0) < lt);
    if (alone.length > 0) return [alone.slice(0, 1)];
    const sum = values.reduce((total, one) => total + one, 0);
    return names.length > 1 && sum >= gte && sum < lt ? [names] : [];
  });
  return [...new Set(ways.flat())];
}

/** Every grade of the reading with the row behind it, gravest first as the reading has them; an official grade goes first. */
export function gradeReasons({ reading }: Judgement, severity: SeverityRules): GradeReason[] {
  const { grades, level, basis, ruleId, verified, provisional } = reading;
  const official = basis === 'OFFICIAL' && level !== null && ruleId !== null;
  const own = official ? [{ level, basis, ruleId, verified, provisional, counts: true }] : [];
  return [...own, ...grades].map((grade) => {
    const row = [...severity.rows, ...severity.internal.rows].find(({ id }) => id === grade.ruleId);
    return {
      ...{ ruleId: grade.ruleId, level: grade.level, basis: grade.basis },
      ...{ kind: row?.kind ?? null, text: row?.text ?? null, source: row?.source ?? null },
      ...{ verified: grade.verified, provisional: grade.provisional, counts: grade.counts },
      chosen: grade.ruleId === ruleId && grade.level === level,
      figures: row ? reachedBy(row, reading) : [],
      said: row ? saidFor(row, reading) : [],
    };
  });
}
