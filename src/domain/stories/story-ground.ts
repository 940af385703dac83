import { provisionalLevel } from '../clocks/opening.js';
import { graver } from '../level.js';
import type { StoryVerdict } from './story-verdict.js';

/**
 * What a case of the story is graded by when it opens. Grave casualties without a number have a level, provisionally, also where an
 * earlier report with a figure had a lesser one; criticism has none.
 */
export function openingGround(verdict: StoryVerdict): StoryVerdict {
  if (!verdict.alert) return withBasis(verdict);
  const alert = alertGround(verdict);
  return graver(verdict.level, alert.level) === verdict.level ? withBasis(verdict) : alert;
}

/** The level that its alerts lead to, with the ground of this level where the story holds one. */
export function alertGround(verdict: StoryVerdict): StoryVerdict {
  const { alertOn } = verdict;
  const level = verdict.alertLevel ?? verdict.ownAlertLevel ?? provisionalLevel(verdict.level);
  if (level === verdict.level && (verdict.basis !== 'INTERNAL' || !alertOn)) return withBasis(verdict);
  return { ...verdict, level, ...(alertOn?.basis ? alertOn : { basis: 'REFERENCE', ruleId: null, verified: false }) };
}

function withBasis(verdict: StoryVerdict): StoryVerdict {
  return verdict.level === null || verdict.basis !== null ? verdict : { ...verdict, basis: 'REFERENCE' };
}
