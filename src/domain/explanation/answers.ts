import { canonicalJson } from './canonical-json.js';
import { type FigureName, FIGURES, type Judgement } from './explanation.js';

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
}
export type Question = keyof Answers;

export function answersOf({ reading, route }: Judgement): Answers {
  const { isIncident, trap, eventKind, places, scope, phase, level, basis, alert } = reading;
  const figures = FIGURES.flatMap((name) => {
    const figure = reading.facts[name];
    return figure ? [{ name, value: figure.value }] : [];
  });
  const { inScope, lead, co, focus } = route;
  return { isIncident, trap, eventKind, places, scope, phase, figures, level, basis, alert, inScope, lead, co, focus };
}

/** The questions that two judgements answer otherwise. */
export function differing(one: Answers, other: Answers): Question[] {
  const questions = Object.keys(one) as Question[];
  return questions.filter((question) => canonicalJson(one[question]) !== canonicalJson(other[question]));
}
