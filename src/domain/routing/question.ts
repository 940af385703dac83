import type { Route } from './routing.js';

/**
 * Whether people are asked: the rules found something of the office's field but too little, and the second opinion is sure enough to
 * speak, not sure enough to fill the gap. It is asked only then, and can only add: what the rules say stands.
 * @param voteLine from which share on the second opinion speaks
 */
export function asksWhetherOurs({ inScope, why: { vote } }: Pick<Route, 'inScope' | 'why'>, voteLine: number): boolean {
  return !inScope && vote !== null && vote.subject !== 'NONE' && vote.share >= voteLine;
}
