import type { PlaceWords } from '../text/lexicon.js';
import type { Explanation, Veto } from './explanation.js';
import type { Quote } from './quote.js';

type Parts = Pick<Explanation, 'trap' | 'phase' | 'place' | 'grades' | 'level' | 'scope'>;

const CURRENT = ['breaking', 'update'];
const OURS = ['domestic', 'mixed'];

/** What speaks against a level, an alert or the office's field, each with its words. */
export function vetoesOf({ trap, phase, place, grades, scope }: Parts, places: PlaceWords): Veto[] {
  const vetoes: Veto[] = [];
  if (trap) vetoes.push({ by: 'trap', what: trap.id, rests: trap.rests });
  if (phase.answer !== null && !CURRENT.includes(phase.answer)) {
    vetoes.push({ by: 'phase', what: phase.answer, rests: phase.rests });
  }
  if (!OURS.includes(place.scope)) {
    vetoes.push({ by: 'place', what: place.scope, rests: namesAbroad(place.rests, places) });
  }
  for (const { ruleId, counts } of grades) if (!counts) vetoes.push({ by: 'unverified', what: ruleId, rests: [] });
  for (const { rule, weight, rests } of scope.rules) {
    if (weight !== null && weight < 0) vetoes.push({ by: 'foreign', what: rule, rests });
  }
  return vetoes;
}

/** Of the names of places those that lie outside the mainland. */
function namesAbroad(rests: readonly Quote[], { countries, cities, foreignCues, hkmotw }: PlaceWords): Quote[] {
  const abroad = new Set([...countries, ...cities, ...foreignCues, ...hkmotw]);
  return rests.filter(({ words }) => abroad.has(words));
}
