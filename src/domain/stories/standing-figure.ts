import type { Bound } from '../text/numerals.js';

/** A figure of a story: the words it stands in, who says so and when. */
export interface StoryFigure {
  value: number;
  bound: Bound;
  span: string;
  /** Null: a person. */
  articleId: string | null;
  /** When it was published, ISO UTC. Left out in figures stored before it was kept. */
  at?: string;
  /** How much the word of its source weighs. */
  weight?: FigureWeight;
  /** Figures that a person has put aside with this one: repeated, they count no more. */
  overruled?: number[];
}

/** 3: a person; 2: an official body or a core source; 1: any other. */
export type FigureWeight = 1 | 2 | 3;

export type StandingReason = 'first' | 'latest' | 'official' | 'greater' | 'person';

/** Figures published within this time of each other are stated at the same time. */
const SAME_TIME_MS = 3_600_000;

const timeOf = ({ at }: StoryFigure): number | null => (at === undefined ? null : Date.parse(at));

/** Published within an hour of each other; unknown times are not. */
export function atOnce(a: StoryFigure, b: StoryFigure): boolean {
  const [one, other] = [timeOf(a), timeOf(b)];
  return one !== null && other !== null && Math.abs(one - other) <= SAME_TIME_MS;
}

/**
 * Which of two figures of one happening stands. What a person decided stands until something greater is said that was not put aside
 * with it; of two said at the same time the one of an official or core source; else the greater one, for a fallen figure is a person's
 * decision.
 */
export function standingOf(held: StoryFigure, next: StoryFigure): { figure: StoryFigure; why: StandingReason } {
  if (next.weight === 3) return { figure: next, why: 'person' };
  if (held.weight === 3) {
    const isNews = next.value > held.value && !held.overruled?.includes(next.value);
    return isNews ? { figure: withOverruled(next, held), why: 'latest' } : { figure: held, why: 'person' };
  }
  if (held.overruled?.includes(next.value)) return { figure: held, why: 'person' };
  const [heldWeight, nextWeight] = [held.weight ?? 1, next.weight ?? 1];
  if (held.value !== next.value && heldWeight !== nextWeight && atOnce(held, next))
    return { figure: heldWeight > nextWeight ? held : withOverruled(next, held), why: 'official' };
  if (next.value > held.value) return { figure: withOverruled(next, held), why: 'latest' };
  return { figure: held, why: next.value < held.value ? 'greater' : 'first' };
}

function withOverruled(next: StoryFigure, { overruled }: StoryFigure): StoryFigure {
  return overruled ? { ...next, overruled } : next;
}
