import type { Figure } from './figure.js';
import type { Metric, Quantity } from './reading-rules.js';
import type { GradeQuestion } from './severity-question.js';

/** One measured value; provisional: it rests on a bound or on a first guess. */
export interface Measure {
  value: number;
  provisional: boolean;
}

export type Measures = Partial<Record<Metric, Measure>>;

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

function quantities({ circumstances }: GradeQuestion): Measures {
  const measures: Measures = {};
  for (const [metric, figure] of Object.entries(circumstances.quantities) as [Quantity, Figure][])
    measures[metric] = measure(figure);
  return measures;
}

/** What the lines of the tables are held against. */
export function measuresOf(question: GradeQuestion): Measures {
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
    ...quantities(question),
  };
}
