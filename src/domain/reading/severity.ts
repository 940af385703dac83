import { LEVELS, type Level, type LevelBasis } from '../level.js';
import type { Condition, SeverityRules } from './reading-rules.js';
import { type Measures, measuresOf } from './severity-measures.js';
import { type GradingRow, gradingRows } from './severity-rows.js';
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

const OUTRIGHT: Reached = { provisional: false };
const PROVISIONALLY: Reached = { provisional: true };

function meets(condition: Condition, measures: Measures, said: ReadonlySet<string>): Reached {
  if ('said' in condition) return said.has(condition.said) ? OUTRIGHT : null;
  const { metric, gte = 0, lt = Infinity } = condition;
  const own = measures[metric];
  if (own && own.value >= gte && own.value < lt) return own.provisional ? PROVISIONALLY : OUTRIGHT;
  const withMissing = metric === 'deaths' ? measures.deathsOrMissing : undefined;
  return withMissing && withMissing.value >= gte && withMissing.value < lt ? PROVISIONALLY : null;
}

function reachedBy(line: readonly Condition[], measures: Measures, said: ReadonlySet<string>): Reached {
  let how = OUTRIGHT;
  for (const condition of line) {
    const met = meets(condition, measures, said);
    if (met === null) return null;
    if (met.provisional) how = PROVISIONALLY;
  }
  return how;
}

/** Any one line suffices; one that is reached outright makes the row so. */
function reached({ lines }: GradingRow, measures: Measures, said: ReadonlySet<string>): Reached {
  let how: Reached = null;
  for (const line of lines) {
    const met = reachedBy(line, measures, said);
    if (met === OUTRIGHT) return met;
    how ??= met;
  }
  return how;
}

/** For a day before the first version of a row, that first version serves: old articles are read by the oldest law held. */
function inForce({ row, oldest }: GradingRow, day: string | null): boolean {
  if (day === null) return row.validTo === undefined;
  if (row.validTo !== undefined && day > row.validTo) return false;
  return row.validFrom <= day || oldest;
}

/** By the tables of law, and by the office's own: what that gives is as firm as the office made it, unverified until adopted. */
function gradesBy(rules: SeverityRules, question: GradeQuestion): Grade[] {
  const measures = measuresOf(question);
  const said = new Set(question.circumstances.said.map(({ id }) => id));
  const { rows, internal } = gradingRows(rules, question.tables);
  const grades: Grade[] = [];
  for (const one of rows) {
    const how = inForce(one, question.day) ? reached(one, measures, said) : null;
    if (!how) continue;
    const { level, id: ruleId, verified } = one.row;
    const basis = one.own ? 'STATUTORY' : rules.reference.basis;
    grades.push({ level, basis, ruleId, verified, counts: verified || rules.unverifiedRowsGrade, ...how });
  }
  for (const one of internal) {
    const how = inForce(one, question.day) ? reached(one, measures, said) : null;
    const { level, id: ruleId } = one.row;
    const verified = rules.internal.adopted !== null;
    if (how) grades.push({ level, basis: 'INTERNAL', ruleId, verified, counts: true, ...how });
  }
  return grades;
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
  const grades = gradesBy(rules, question);
  const sure = grades.some((grade) => grade.counts);
  const all = sure ? grades : [...grades, ...lowest(rules, question)];
  return [...all].sort(byGravity(all));
}
