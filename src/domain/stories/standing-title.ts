import { findNumerals } from '../text/numerals.js';
import type { Metric, StoryFacts } from './story-verdict.js';

/** The figure that a headline is about, the gravest first. */
const HEADLINE: readonly Metric[] = ['deaths', 'missing', 'poisoned', 'seriousInjuries', 'injuries'];
/** 15人, 15名, 15死; 升至15, 增至15 without a measure. */
const OF_PERSONS = /^\s?[人名死伤例位]/u;
const RISEN_TO = /(?:升至|增至|达到?|上升到|核减为|更正为)$/u;

/** Numbers of persons that a title states. */
function countsIn(title: string): number[] {
  const plain = title.normalize('NFKC');
  return findNumerals(plain)
    .filter(({ start, end }) => OF_PERSONS.test(plain.slice(end)) || RISEN_TO.test(plain.slice(0, start)))
    .map(({ value }) => value);
}

export function headlineFigure(facts: StoryFacts): { metric: Metric; value: number } | null {
  const metric = HEADLINE.find((one) => (facts[one]?.value ?? 0) > 0);
  const value = metric && facts[metric]?.value;
  return metric && value ? { metric, value } : null;
}

/** A title that states numbers of persons, and not the one that stands, is a headline of the past. */
export function isOvertaken(title: string, facts: StoryFacts): boolean {
  const figure = headlineFigure(facts);
  const counts = countsIn(title);
  return figure !== null && counts.length > 0 && !counts.includes(figure.value);
}

export function statesStanding(title: string, facts: StoryFacts): boolean {
  const figure = headlineFigure(facts);
  return figure !== null && countsIn(title).includes(figure.value);
}

/** The first of some titles that states what stands, where the held one has been overtaken; else the held one. */
export function standingTitle(held: string, facts: StoryFacts, others: readonly string[]): string {
  return isOvertaken(held, facts) ? (others.find((title) => statesStanding(title, facts)) ?? held) : held;
}
