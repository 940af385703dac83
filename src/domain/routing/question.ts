import type { Reading } from '../reading/assessment.js';
import type { Route } from './routing.js';

interface Asked {
  reading: Pick<Reading, 'trap'>;
  route: Pick<Route, 'inScope' | 'why'>;
}

/**
 * Whether people are asked: the rules found something of the office's field but too little, and the second opinion is sure enough to
 * speak, not sure enough to fill the gap. Of films, games, sport and other traps nobody is asked. It can only add: what the rules
 * say stands.
 * @param voteLine from which share on the second opinion speaks
 */
export function asksWhetherOurs({ reading, route }: Asked, voteLine: number): boolean {
  const { vote } = route.why;
  if (route.inScope || reading.trap !== null) return false;
  return vote !== null && vote.subject !== 'NONE' && vote.share >= voteLine;
}
