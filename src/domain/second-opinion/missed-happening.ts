import type { Reading } from '../reading/assessment.js';
import type { Route } from '../routing/routing.js';

type Read = Pick<Reading, 'isIncident' | 'trap' | 'scope' | 'eventKind' | 'facts' | 'places'>;

/** What the question rests on: `missed` is the share of the vote for a happening, null where nobody was to be asked. */
export interface Judged {
  reading: Read;
  route: Pick<Route, 'inScope' | 'why'>;
  missed: number | null;
}

export interface Asking {
  jurisdiction: 'office' | 'nation';
  /** From which share on the second opinion speaks. */
  line: number;
}

/** Signs of a happening that the rules saw without taking them for one: its kind, a word of harm, a place. */
function signsOf({ eventKind, facts, places }: Read): number {
  const harm = facts.deaths ?? facts.missing ?? facts.seriousInjuries ?? facts.injuries ?? facts.poisoned;
  return [eventKind !== null, harm !== null, places.length > 0].filter(Boolean).length;
}

/** Whether the second opinion is heard: no happening by the rules, and no trap that says why; not abroad; some sign of one. */
export function mayBeMissed(reading: Read): boolean {
  return !reading.isIncident && reading.trap === null && reading.scope !== 'foreign' && signsOf(reading) > 0;
}

/**
 * Whether people are asked if a title tells of a happening that the rules missed: the office of what comes near its own field, the
 * nation of what bears two signs. It only adds a question: levels and alerts are the rules' alone.
 */
export function asksWhetherHappening({ reading, route, missed }: Judged, { jurisdiction, line }: Asking): boolean {
  if ((missed ?? 0) < line || route.inScope || !mayBeMissed(reading)) return false;
  return jurisdiction === 'office' ? route.why.evidence > 0 : signsOf(reading) > 1;
}
