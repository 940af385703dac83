import { atOnce, type StandingReason, standingOf, type StoryFigure } from './standing-figure.js';

/** A figure as one article or person states it. */
export interface FigureStatement extends StoryFigure {
  at: string;
  /** Family of the publisher, of the original source where the article names it; null: a person. */
  publisher: string | null;
  /** As shown. */
  source: string;
  /** When it was stored, ISO UTC to the microsecond: of one minute of publication, what was stored first was said first. */
  storedAt?: string;
  /** Nobody says when it was published: `at` is only when it was stored. */
  isUndated?: boolean;
}

/** A value in the order it came up, with how many more said the same. */
export interface FigureStep extends FigureStatement {
  repeats: number;
}

export interface FigureConflict {
  /** fallen: a later figure is smaller; differs: publishers state different figures at the same time. */
  kind: 'fallen' | 'differs';
  earlier: FigureStatement;
  later: FigureStatement;
}

/** 3 -> 17 -> 29: what was said, what stands and why, and what does not fit together. */
export interface FigureHistory {
  steps: FigureStep[];
  stands: FigureStatement;
  why: StandingReason;
  conflicts: FigureConflict[];
}

/** Different publishers that differ within this time contradict each other. */
const FEW_HOURS_MS = 3 * 3_600_000;

/** The history of one figure of a story; null when nobody states it. Any order of statements gives the same history. */
export function figureHistory(statements: readonly FigureStatement[]): FigureHistory | null {
  const ordered = [...statements].sort(byTime);
  const [first, ...later] = ordered;
  if (!first) return null;
  let stands: StoryFigure = first;
  let why: StandingReason = first.weight === 3 ? 'person' : 'first';
  for (const [index, next] of later.entries()) {
    const decided = standingOf(stands, next);
    if (decided.why !== 'first') why = decided.why;
    stands = next.weight === 3 ? overruling(next, ordered.slice(0, index + 1)) : decided.figure;
  }
  const statement = ordered.find((one) => sameStatement(one, stands)) ?? first;
  return { steps: stepsOf(ordered), stands: statement, why, conflicts: conflictsOf(ordered) };
}

/** A person's figure puts aside every other one that had been said by then. */
export function overruling(person: StoryFigure, before: readonly StoryFigure[]): StoryFigure {
  const others = before.map((one) => one.value).filter((value) => value !== person.value);
  return { ...person, overruled: [...new Set(others)] };
}

/** Characters of an ISO instant down to the minute: feeds seldom say more. */
const TO_MINUTE = 16;
const storedAt = (one: FigureStatement): string => one.storedAt ?? one.at;

function byTime(a: FigureStatement, b: FigureStatement): number {
  return (
    compare(a.at.slice(0, TO_MINUTE), b.at.slice(0, TO_MINUTE)) ||
    compare(storedAt(a), storedAt(b)) ||
    (a.weight ?? 1) - (b.weight ?? 1) ||
    compare(a.articleId ?? '', b.articleId ?? '')
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sameStatement(one: FigureStatement, figure: StoryFigure): boolean {
  return one.value === figure.value && one.at === figure.at && one.articleId === figure.articleId;
}

/** Each value when it is said anew; what is repeated is counted. */
function stepsOf(ordered: readonly FigureStatement[]): FigureStep[] {
  const steps: FigureStep[] = [];
  for (const one of ordered) {
    const said = steps.findLast((step) => step.value === one.value && step.bound === one.bound);
    if (said && one.weight !== 3) said.repeats += 1;
    else steps.push({ ...one, repeats: 0 });
  }
  return steps;
}

/** Each pair of values once, at its first contradiction; what a person decided ends the conflicts before it. */
function conflictsOf(ordered: readonly FigureStatement[]): FigureConflict[] {
  const conflicts = new Map<string, FigureConflict>();
  const decided = ordered.findLastIndex((one) => one.weight === 3);
  const open = ordered.slice(decided + 1);
  /** Of each value the latest statement so far. */
  const said = new Map<number, FigureStatement>();
  for (const later of open) {
    for (const earlier of said.values()) {
      const kind = contradiction(earlier, later);
      const pair = `${earlier.value}>${later.value}`;
      if (kind && !conflicts.has(pair)) conflicts.set(pair, { kind, earlier, later });
    }
    said.set(later.value, later);
  }
  return [...conflicts.values()];
}

function contradiction(earlier: FigureStatement, later: FigureStatement): FigureConflict['kind'] | null {
  if (fits(earlier, later)) return null;
  const differ = earlier.publisher !== later.publisher;
  const bothDated = !earlier.isUndated && !later.isUndated;
  if (later.value > earlier.value) return differ && bothDated && atOnce(earlier, later) ? 'differs' : null;
  return differ && Date.parse(later.at) - Date.parse(earlier.at) <= FEW_HOURS_MS ? 'differs' : 'fallen';
}

/** 至少10人 and 12人, 近30人 and 28人 do not contradict each other. */
function fits(a: FigureStatement, b: FigureStatement): boolean {
  if (a.value === b.value) return true;
  const [less, more] = a.value < b.value ? [a, b] : [b, a];
  return (
    less.bound === 'at_least' || more.bound === 'at_most' || (less.bound === 'about' && more.value <= less.value * 1.2)
  );
}
