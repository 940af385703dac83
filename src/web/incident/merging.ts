import type { IncidentLine, IncidentView } from '../../contract/incident.js';

type Mergeable = Pick<IncidentLine, 'id' | 'number' | 'version' | 'level' | 'clockStartAt'>;

/** Which of two cases goes on, and which goes into it. */
export interface Merging {
  kept: Mergeable;
  gone: Mergeable;
  /** Id of the one whose clocks started first. */
  early: string;
}

/** @param keptId the case chosen to go on; else the one whose clocks started first. */
export function mergingOf(own: Mergeable, other: Mergeable, keptId?: string): Merging {
  const early = other.clockStartAt < own.clockStartAt ? other.id : own.id;
  const wanted = keptId === own.id || keptId === other.id ? keptId : early;
  return wanted === own.id ? { kept: own, gone: other, early } : { kept: other, gone: own, early };
}

export type Nearness = 'asked' | 'likely' | 'rest';
const NEARNESSES: readonly Nearness[] = ['asked', 'likely', 'rest'];

type Own = Pick<IncidentView, 'places' | 'perhapsSame'>;

/** asked: a report fits both, people are asked; likely: they have a place in common. */
function nearnessOf({ places, perhapsSame }: Own, other: Pick<IncidentLine, 'id' | 'places'>): Nearness {
  if (perhapsSame.some(({ id }) => id === other.id)) return 'asked';
  return other.places.some((place) => places.includes(place)) ? 'likely' : 'rest';
}

/** Cases that can be merged with this one, the likeliest group first, each with the newest start first. */
export function partnersOf(own: Own, others: readonly IncidentLine[]): { near: Nearness; cases: IncidentLine[] }[] {
  const newest = [...others].sort((a, b) => (a.clockStartAt < b.clockStartAt ? 1 : -1));
  const groups = NEARNESSES.map((near) => ({ near, cases: newest.filter((one) => nearnessOf(own, one) === near) }));
  return groups.filter(({ cases }) => cases.length > 0);
}
