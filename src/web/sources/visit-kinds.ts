import type { VisitMark } from '../../contract/source.js';

/** How a visit is drawn: by height and shape, colour besides. */
export const VISIT_KINDS = ['fresh', 'read', 'unchanged', 'failed', 'missed'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** How many of the latest visits the strip has room for. */
export const STRIP_LENGTH = 30;

export function kindOf({ outcome, newItems }: Pick<VisitMark, 'outcome' | 'newItems'>): VisitKind {
  if (outcome === 'ok') return newItems > 0 ? 'fresh' : 'read';
  if (outcome === 'not_modified') return 'unchanged';
  return outcome === 'never_started' ? 'missed' : 'failed';
}

/** How many of the visits there are of each kind, without those there are none of. */
export function tally(visits: readonly VisitMark[]): { kind: VisitKind; count: number }[] {
  const kinds = visits.map(kindOf);
  return VISIT_KINDS.map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length })).filter(
    ({ count }) => count > 0,
  );
}
