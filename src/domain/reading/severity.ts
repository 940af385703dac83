import type { Figure } from './figure.js';
import type { Facts } from './facts.js';
import { LEVELS, type Level, type LevelBasis } from '../level.js';
import type { Criterion, Metric, SeverityRow, SeverityRules } from './reading-rules.js';

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

export interface GradeQuestion {
  facts: Facts;
  /** Kinds of the severity tables that grade this happening; empty: the reference lines alone. */
  tables: readonly string[];
  /** The day by which rows are in force, `2024-05-01`; null: rows in force now (without `validTo`). */
  day: string | null;
  /** Magnitude may give a first guess (初判): fresh news of the place hit, not of a shock felt elsewhere. */
  initial: boolean;
  /** Someone was hurt, said without a number. */
  hurt: boolean;
}

interface Measure {
  value: number;
  provisional: boolean;
}

type Measures = Partial<Record<Metric, Measure>>;

const FOOD = '食品安全事故';

/** 近百 is below a hundred: an upper bound does not reach its own line. */
function measure(figure: Figure | null): Measure | undefined {
  if (!figure) return undefined;
  const below = figure.bound === 'at_most' && figure.value > 0;
  return { value: below ? figure.value - 1 : figure.value, provisional: below || figure.bound === 'about' };
}

function sum(a: Figure | null, b: Figure | null): Measure | undefined {
  const [first, second] = [measure(a), measure(b)];
  if (!first || !second) return first ?? second;
  return { value: first.value + second.value, provisional: first.provisional || second.provisional };
}

function larger(a: Figure | null, b: Figure | null): Measure | undefined {
  return measure((a?.value ?? -1) >= (b?.value ?? -1) ? a : b);
}

/** 初判 by magnitude is for the time before any harm is known. */
function initialMagnitude({ facts, initial }: GradeQuestion): Measure | undefined {
  const harmKnown = facts.deaths ?? facts.missing ?? facts.injuries ?? facts.economicLossYuan;
  if (harmKnown || !initial || !facts.magnitude) return undefined;
  return { value: facts.magnitude.value, provisional: true };
}

function measuresOf(question: GradeQuestion): Measures {
  const { facts, tables } = question;
  const food = tables.includes(FOOD);
  return {
    deaths: measure(facts.deaths),
    deathsOrMissing: sum(facts.deaths, facts.missing),
    // 病情严重 of food poisoning is no 重伤; 急性工业中毒 is.
    seriousInjuries: food ? undefined : measure(facts.seriousInjuries),
    injured: measure(facts.injuries),
    poisonedOrSeriouslyInjured: food ? undefined : larger(facts.poisoned, facts.seriousInjuries),
    foodPoisoned: food ? measure(facts.poisoned) : undefined,
    foodPoisoningDeaths: food ? measure(facts.deaths) : undefined,
    directLossCny: measure(facts.economicLossYuan),
    evacuated: measure(facts.evacuated),
    magnitude: initialMagnitude(question),
  };
}

function holds(criterion: Criterion, value: number): boolean {
  return value >= (criterion.gte ?? 0) && value < (criterion.lt ?? Infinity);
}

/** How a row is reached: outright, provisionally, or not at all. The missing lift a row of 死亡 provisionally. */
function reached(row: SeverityRow, measures: Measures): { provisional: boolean } | null {
  let found: { provisional: boolean } | null = null;
  for (const criterion of row.anyOf) {
    const said = measures[criterion.metric];
    if (said && holds(criterion, said.value)) {
      if (!said.provisional) return { provisional: false };
      found = { provisional: true };
    }
    const withMissing = criterion.metric === 'deaths' ? measures.deathsOrMissing : undefined;
    if (withMissing && holds(criterion, withMissing.value)) found ??= { provisional: true };
  }
  return found;
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
  const useReference = question.tables.length === 0 || reference.alongsideOwnTable;
  return rows.flatMap((row): Grade[] => {
    const own = question.tables.includes(row.kind);
    if (!own && !(useReference && row.kind === reference.kind)) return [];
    const how = inForce(rows, row, question.day) ? reached(row, measures) : null;
    if (!how) return [];
    const basis = own ? 'STATUTORY' : reference.basis;
    const counts = row.verified || rules.unverifiedRowsGrade;
    return [{ level: row.level, basis, ruleId: row.id, verified: row.verified, counts, ...how }];
  });
}

const BASIS_ORDER: readonly LevelBasis[] = ['OFFICIAL', 'STATUTORY', 'REFERENCE', 'INTERNAL'];

function byGravity(a: Grade, b: Grade): number {
  return (
    Number(b.counts) - Number(a.counts) ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    Number(a.provisional) - Number(b.provisional) ||
    BASIS_ORDER.indexOf(a.basis) - BASIS_ORDER.indexOf(b.basis) ||
    a.ruleId.localeCompare(b.ruleId)
  );
}

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
  return (sure ? grades : [...grades, ...lowest(rules, question)]).sort(byGravity);
}
