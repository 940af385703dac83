import type { MarkKind } from '../../domain/explanation/marks.js';

/** The questions of an explanation. */
export const QUESTIONS = [
  ...(['happening', 'kind', 'trap', 'place', 'phase', 'figures', 'level', 'alert', 'vetoes'] as const),
  ...(['scope', 'units', 'focus', 'disposition', 'opinion'] as const),
] as const;
export type QuestionName = (typeof QUESTIONS)[number];

const ASKED: Record<MarkKind, QuestionName> = {
  ...({
    figure: 'figures',
    said: 'figures',
    kind: 'kind',
    grave: 'level',
    official: 'level',
    trap: 'trap',
    phase: 'phase',
  } as const),
  ...({ time: 'phase', place: 'place', scope: 'scope', unit: 'units', focus: 'focus' } as const),
  disposition: 'disposition',
};

export const questionId = (articleId: string, question: QuestionName): string => `why-${articleId}-${question}`;

/** Where the reason stands that marked words belong to. */
export const reasonId = (articleId: string, kind: MarkKind): string => questionId(articleId, ASKED[kind]);
