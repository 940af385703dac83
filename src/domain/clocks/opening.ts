import { isOldNews } from './deadlines.js';
import type { Level, LevelBasis } from '../level.js';
import { clocksStartedBy, type Policy } from './policy.js';

/** What one judgement says that matters for opening a case. */
export interface OpeningCase {
  /** Domestic, breaking or update, level I/II (or 重大人员伤亡 without a number). */
  alert: boolean;
  inScope: boolean;
  level: Level | null;
  basis: LevelBasis | null;
  firstPublishedAt: Date | null;
  detectedAt: Date;
}

/** `incident` opens a case with its clocks; `national` and `triage` are lanes a person looks at, without clocks. */
export type OpeningDecision = 'incident' | 'national' | 'triage' | null;

/** Grave casualties stated without a number count as level II, provisionally, until a figure or a person says otherwise. */
export function provisionalLevel(level: Level | null): Level {
  return level ?? 'II';
}

/**
 * Whether the machine opens a case. Old news, internal grading and what concerns the office without being an emergency (criticism,
 * questions of policy) go to triage: a person decides whether it must be answered. Other fields' matters go to the national lane.
 */
export function decideOpening(one: OpeningCase, policy: Policy): OpeningDecision {
  if (!one.alert) return one.inScope ? 'triage' : null;
  // The office's own table is for its own field: of others' matters it says nothing.
  if (one.basis === 'INTERNAL' && !one.inScope) return null;
  if (isOldNews(one.firstPublishedAt, one.detectedAt, policy.clockStart)) return 'triage';
  if (policy.jurisdiction === 'office' && !one.inScope) return 'national';
  const started = clocksStartedBy(policy, provisionalLevel(one.level), one.basis ?? 'REFERENCE');
  return started.length > 0 ? 'incident' : 'triage';
}
