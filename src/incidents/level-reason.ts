import { graver } from '../domain/level.js';
import type { StoryVerdict } from '../domain/stories/story-verdict.js';
import type { Rules } from '../settings/rules.js';
import type { LevelReason } from './incident.entity.js';

/** Behind a level that a person states, in that person's own words. */
export const gradedReason = (reason: string): LevelReason => ({
  ruleId: null,
  text: reason,
  source: '人工定级 · graded by a person',
});

/** The table row behind a verdict, in its own words. */
export function levelReason(verdict: StoryVerdict, rules: Rules): LevelReason {
  const row = rules.severity.rows.find((candidate) => candidate.id === verdict.ruleId);
  if (row) return { ruleId: row.id, text: row.text, source: row.source };
  const text = verdict.level === null ? '报道称重大人员伤亡而无数字,暂按重大计时' : null;
  return { ruleId: verdict.ruleId, text, source: null };
}

/** Behind a level that the alerts of a story lead to: its own row, or the words without a number where they go beyond its figures. */
export function groundReason(held: StoryVerdict, ground: StoryVerdict, rules: Rules): LevelReason {
  const goesBeyond = held.level !== ground.level && graver(held.level, ground.level) === ground.level;
  return levelReason(goesBeyond ? { ...ground, level: null } : ground, rules);
}
