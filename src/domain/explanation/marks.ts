import type { Explanation } from './explanation.js';
import type { Quote } from './quote.js';

/** What marked words speak of. */
export const MARK_KINDS = [
  ...(['figure', 'said', 'kind', 'grave', 'official', 'trap', 'phase', 'time', 'place'] as const),
  ...(['scope', 'unit', 'focus', 'disposition'] as const),
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Words of the article and what they speak of; `of` names the figure, the bureau, the focus. */
export interface MarkedWords extends Quote {
  kind: MarkKind;
  of: string | null;
}

const marked = (rests: readonly Quote[], kind: MarkKind, of: string | null = null): MarkedWords[] =>
  rests.map((quote) => ({ ...quote, kind, of }));

/** The parts of an explanation that words of the article stand behind. */
type Worded = Pick<
  Explanation,
  | ('figures' | 'said' | 'kind' | 'level' | 'trap' | 'phase' | 'occurred' | 'place')
  | ('scope' | 'units' | 'focus' | 'disposition')
>;

/** All words that an explanation rests on, title first, in the order they stand; the same words for the same thing once. */
export function marksOf(told: Worded): MarkedWords[] {
  const all = [...readingMarks(told), ...routeMarks(told)];
  const once = new Map(all.map((one) => [`${one.field} ${one.start} ${one.end} ${one.kind} ${one.of}`, one]));
  return [...once.values()].sort(inReadingOrder);
}

function inReadingOrder(a: MarkedWords, b: MarkedWords): number {
  if (a.field !== b.field) return a.field === 'title' ? -1 : 1;
  return a.start - b.start || b.end - a.end || MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind);
}

function readingMarks({ figures, said, kind, level, trap, phase, occurred, place }: Worded): MarkedWords[] {
  return [
    ...figures.flatMap(({ name, rests }) => marked([rests], 'figure', name)),
    ...said.flatMap(({ id, rests }) => marked([rests], 'said', id)),
    ...marked(kind.rests, 'kind'),
    ...marked(level.grave, 'grave'),
    ...marked(level.official, 'official'),
    ...marked(trap?.rests ?? [], 'trap', trap?.id),
    ...marked(phase.rests, 'phase', phase.answer),
    ...marked(occurred?.rests ?? [], 'time'),
    ...marked(place.rests, 'place'),
  ];
}

/** Where the article is not the office's matter, the words of units and focus decided nothing and are not marked. */
function routeMarks({ scope, units, focus, disposition }: Worded): MarkedWords[] {
  const ours = marked(
    scope.rules.flatMap(({ rests }) => rests),
    'scope',
  );
  if (!scope.answer) return ours;
  const lead = units.scores.filter(({ code }) => code === units.lead || units.co.includes(code));
  return [
    ...ours,
    ...units.documents.flatMap(({ bureau, rests }) => marked(rests, 'unit', bureau)),
    ...marked(
      units.rules.flatMap(({ rests }) => rests),
      'unit',
      units.lead,
    ),
    ...lead.flatMap(({ code, rests }) => marked(rests, 'unit', code)),
    ...focus.flatMap((one) => marked(one.rests, 'focus', one.focus)),
    ...(disposition?.rules ?? []).flatMap(({ rests }) => marked(rests, 'disposition', disposition?.answer)),
  ];
}
