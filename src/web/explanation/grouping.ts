import type { Told } from './explanation-query.js';
import { QUESTIONS, type QuestionName } from './reason-id.js';

const GROUPS = {
  facts: ['figures', 'kind', 'happening'],
  level: ['level', 'alert'],
  traps: ['vetoes', 'phase', 'trap', 'place'],
  route: ['scope', 'units', 'focus', 'disposition', 'opinion'],
} as const satisfies Record<string, readonly QuestionName[]>;

export interface ReasonGroup {
  name: keyof typeof GROUPS;
  /** What the judgement turned on: in sight. */
  shown: QuestionName[];
  /** What else was asked, folded away. */
  more: QuestionName[];
}

/** The questions that were asked of an article at all. */
function asked(told: Told): Set<QuestionName> {
  const { happening, trap, kind, place, phase, figures, said, vetoes, disposition, secondOpinion } = told;
  const whole = happening.answer || trap !== null;
  const unasked: Partial<Record<QuestionName, boolean>> = {
    ...{ kind: !whole && kind.answer === null, trap: !whole, place: !whole && place.rests.length === 0 },
    ...{ phase: phase.answer === null, figures: !whole && figures.length + said.length === 0 },
    ...{ level: !happening.answer, alert: !whole, vetoes: vetoes.length === 0 },
    ...{ disposition: disposition === null, opinion: secondOpinion === null },
  };
  return new Set(QUESTIONS.filter((question) => !unasked[question]));
}

/** Of those, the ones whose answers decided. */
function decisive({ happening, kind, figures, said, level, units, secondOpinion }: Told): Set<QuestionName> {
  const isRead = figures.length + said.length > 0;
  const turned: Partial<Record<QuestionName, boolean>> = {
    ...{ figures: isRead, kind: kind.answer !== null && happening.answer, happening: !happening.answer },
    ...{ level: true, alert: level.answer === null, vetoes: true, phase: true },
    ...{ scope: true, units: units.lead !== null, opinion: secondOpinion?.tipped },
  };
  return new Set(QUESTIONS.filter((question) => turned[question]));
}

/** The questions of a judgement by fact, level, veto and route; groups in which nothing was asked are left out. */
export function groupsOf(told: Told): ReasonGroup[] {
  const [all, first] = [asked(told), decisive(told)];
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[])
    .map((name) => {
      const questions: readonly QuestionName[] = GROUPS[name];
      const own = questions.filter((question) => all.has(question));
      return { name, shown: own.filter((one) => first.has(one)), more: own.filter((one) => !first.has(one)) };
    })
    .filter(({ shown, more }) => shown.length + more.length > 0);
}
