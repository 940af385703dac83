import { LEVELS, type Level, type LevelBasis } from '../level.js';
import { type Condition, type Line, conditionsOf, type SeverityRow, type SeverityRules } from './reading-rules.js';
import { type Measures, measuresOf } from './severity-measures.js';
import type { GradeQuestion } from './severity-question.js';

export type { GradeQuestion } from './severity-question.js';

/** One way to a level: a row of the tables, or a grade the text gives. */
export interface Grade {
  level: Level;
  basis: LevelBasis;
  ruleId: string;
  verified: boolean;
  /** Resting on a bound, on missing persons where the table counts the dead only, or on a first guess by magnitude. */
  provisional: boolean;
  /** False: shown beside the level (依据待核), but no level rests on it. */
  counts: boolean;
}

/** How a condition is met: outright, provisionally, or not at all. The missing lift a line of 死亡 provisionally. */
type Reached = { provisional: boolean } | null;

function meets(condition: Condition, measures: Measures, said: ReadonlySet<string>): Reached {
  if ('said' in condition) return said.has(condition.said) ? { provisional: false } : null;
  const { metric, gte = 0, lt = Infinity } = condition;
  const holds = (value: number): boolean => value >= gte && value < lt;
  const own = measures[metric];
  if (own && holds(own.value)) return { provisional: own.provisional };
  const withMissing = metric === 'deaths' ? measures.deathsOrMissing : undefined;
  return withMissing && holds(withMissing.value) ? { provisional: true } : null;
}

function reachedBy(line: Line, measures: Measures, said: ReadonlySet<string>): Reached {
  const met = conditionsOf(line).map((condition) => meets(condition, measures, said));
  return met.every((one) => one !== null) ? { provisional: met.some(({ provisional }) => provisional) } : null;
}

/** Any one line suffices; one that is reached outright makes the row so. */
function reached(row: SeverityRow, measures: Measures, said: ReadonlySet<string>): Reached {
  const met = row.anyOf.map((line) => reachedBy(line, measures, said)).filter((one) => one !== null);
  return met.find(({ provisional }) => !provisional) ?? met[0] ?? null;
}

/** For a day before the first version of a row, that first version serves: old articles are read by the oldest law held. */
function inForce(rows: readonly SeverityRow[], row: SeverityRow, day: string | null): boolean {
  if (day === null) return row.validTo === undefined;
  if (row.validTo !== undefined && day > row.validTo) return false;
  const older = rows.some((one) => one.kind === row.kind && one.level === row.level && one.validFrom < row.validFrom);
  return row.validFrom <= day || !older;
}

function gradesBy(rules: SeverityRules, question: GradeQuestion): Grade[] {
  const { reference, rows } = rules;
  const measures = measuresOf(question);
  const said = new Set(question.circumstances.said.map(({ id }) => id));
  const useReference = question.tables.length === 0 || reference.alongsideOwnTable;
  return rows.flatMap((row): Grade[] => {
    const own = question.tables.includes(row.kind);
    if (!own && !(useReference && row.kind === reference.kind)) return [];
    const how = inForce(rows, row, question.day) ? reached(row, measures, said) : null;
    if (!how) return [];
    const basis = own ? 'STATUTORY' : reference.basis;
    const counts = row.verified || rules.unverifiedRowsGrade;
    return [{ level: row.level, basis, ruleId: row.id, verified: row.verified, counts, ...how }];
  });
}

/** The office's own table. What it gives is as firm as the office made it: unverified until adopted. */
function internalGrades({ internal }: SeverityRules, question: GradeQuestion): Grade[] {
  const own = internal.rows.filter(({ kind }) => question.tables.includes(kind));
  if (own.length === 0) return [];
  const measures = measuresOf(question);
  const said = new Set(question.circumstances.said.map(({ id }) => id));
  const verified = internal.adopted !== null;
  return own.flatMap((row): Grade[] => {
    const how = inForce(internal.rows, row, question.day) ? reached(row, measures, said) : null;
    return how
      ? [{ level: row.level, basis: 'INTERNAL', ruleId: row.id, verified, counts: true, provisional: how.provisional }]
      : [];
  });
}

const BASIS_ORDER: readonly LevelBasis[] = ['OFFICIAL', 'STATUTORY', 'REFERENCE', 'INTERNAL'];

/** A table that nobody adopted may not hide a level by law that starts clocks. */
function isHeldBack({ basis, verified }: Grade, among: readonly Grade[]): boolean {
  if (basis !== 'INTERNAL' || verified) return false;
  return among.some((one) => one.counts && one.basis !== 'INTERNAL' && (one.level === 'I' || one.level === 'II'));
}

const byGravity =
  (among: readonly Grade[]) =>
  (a: Grade, b: Grade): number =>
    Number(b.counts) - Number(a.counts) ||
    Number(isHeldBack(a, among)) - Number(isHeldBack(b, among)) ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    Number(a.provisional) - Number(b.provisional) ||
    BASIS_ORDER.indexOf(a.basis) - BASIS_ORDER.indexOf(b.basis) ||
    a.ruleId.localeCompare(b.ruleId);

/** People were hurt but no line is known to be reached: the lowest level of the reference lines, provisionally. */
function lowest(rules: SeverityRules, { facts, hurt }: GradeQuestion): Grade[] {
  const harm = hurt || (facts.deaths ?? facts.missing ?? facts.injuries ?? facts.poisoned) !== null;
  const row = rules.rows.find((one) => one.kind === rules.reference.kind && one.level === 'IV');
  if (!harm || !row) return [];
  return [
    {
      level: 'IV',
      basis: rules.reference.basis,
      ruleId: row.id,
      verified: row.verified,
      provisional: true,
      counts: true,
    },
  ];
}

/** Every grade the figures give: those that count first, the gravest of them first; among equals the firmer, then the better founded. */
export function gradesOf(rules: SeverityRules, question: GradeQuestion): Grade[] {
  const grades = [...gradesBy(rules, question), ...internalGrades(rules, question)];
  const sure = grades.some((grade) => grade.counts);
  const all = sure ? grades : [...grades, ...lowest(rules, question)];
  return [...all].sort(byGravity(all));
}
