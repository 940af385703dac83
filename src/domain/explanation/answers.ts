import { canonicalJson } from './canonical-json.js';
import type { FigureName } from '../reading/next-lines.js';
import { FIGURES, type Judgement } from './explanation.js';

/** What a judgement answers, without its reasons. */
export interface Answers {
  isIncident: boolean;
  trap: string | null;
  eventKind: string | null;
  places: string[];
  scope: Judgement['reading']['scope'];
  phase: Judgement['reading']['phase'];
  figures: { name: FigureName; value: number }[];
  level: Judgement['reading']['level'];
  basis: Judgement['reading']['basis'];
  alert: boolean;
  inScope: boolean;
  lead: string | null;
  co: string[];
  focus: string[];
  disposition: string | null;
}
export type Question = keyof Answers;

export function answersOf({ reading, route }: Judgement): Answers {
  const { isIncident, trap, eventKind, places, scope, phase, level, basis, alert } = reading;
  const known: Partial<Record<FigureName, { value: number } | null>> = {
    ...reading.circumstances.quantities,
    ...reading.facts,
  };
  const figures = FIGURES.flatMap((name) => {
    const figure = known[name];
    return figure ? [{ name, value: figure.value }] : [];
  });
  const { inScope, lead, co, focus } = route;
  const event = { isIncident, trap, eventKind, places, scope, phase, figures, level, basis, alert };
  return { ...event, inScope, lead, co, focus, disposition: route.disposition?.answer ?? null };
}

/** The questions that two judgements answer otherwise. */
export function differing(one: Answers, other: Answers): Question[] {
  const questions = Object.keys(one) as Question[];
  return questions.filter((question) => canonicalJson(one[question]) !== canonicalJson(other[question]));
}
