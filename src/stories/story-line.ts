import type { EntityManager } from 'typeorm';
import type { StoryLine } from '../contract/story.js';
import { databaseNow } from '../database/time.js';
import type { Level, LevelBasis } from '../domain/level.js';
import type { StoryVerdict } from '../domain/stories/story-verdict.js';
import type { Rules } from '../settings/rules.js';
import { NO_REACH, opinionOf, type Reach, reachOf } from './reach.js';

export interface StoryRow {
  id: string;
  lane: 'national' | 'triage' | null;
  title: string;
  level: Level | null;
  basis: LevelBasis | null;
  verdict: StoryVerdict;
  /** As a person decided it. */
  disposition: string | null;
  first_published_at: Date | null;
  detected_at: Date;
  article_count: number;
}

/** Stories of a lane, newest first, as they leave the house. */
export async function laneLines(
  db: EntityManager,
  rules: Rules,
  lane: 'national' | 'triage',
  limit = 100,
): Promise<StoryLine[]> {
  const rows = await db.query<StoryRow[]>(
    `select * from story where lane = $1 and channel = 'live' order by detected_at desc limit $2`,
    [lane, limit],
  );
  const groups = rows.map(({ id }) => ({ storyId: id, key: id }));
  const reaches = await reachOf(db, groups, await databaseNow(db));
  return rows.map((row) => storyLine(row, reaches.get(row.id) ?? NO_REACH, rules));
}

export function storyLine(row: StoryRow, reach: Reach, rules: Rules): StoryLine {
  const { verdict } = row;
  return {
    ...{ id: row.id, lane: row.lane, title: row.title, level: row.level, basis: row.basis },
    basisVerified: verdict.verified ?? true,
    ...{ lead: verdict.lead, co: verdict.co, focus: verdict.focus as StoryLine['focus'] },
    disposition: row.disposition ?? verdict.disposition ?? null,
    opinionLevel: opinionOf(reach, verdict.focus, rules).level,
    firstPublishedAt: row.first_published_at?.toISOString() ?? null,
    detectedAt: row.detected_at.toISOString(),
    articleCount: row.article_count,
    families: reach.families,
  };
}
