import type { EntityManager } from 'typeorm';
import type { StoryLine } from '../contract/story.js';
import type { Level, LevelBasis } from '../domain/level.js';
import type { StoryVerdict } from '../domain/stories/story-verdict.js';

interface Row {
  id: string;
  lane: 'national' | 'triage' | null;
  title: string;
  level: Level | null;
  basis: LevelBasis | null;
  verdict: StoryVerdict;
  first_published_at: Date | null;
  detected_at: Date;
  article_count: number;
}

/** Stories of a lane, newest first, as they leave the house. */
export async function laneLines(db: EntityManager, lane: 'national' | 'triage', limit = 100): Promise<StoryLine[]> {
  const rows = await db.query<Row[]>(
    `select * from story where lane = $1 and channel = 'live' order by detected_at desc limit $2`,
    [lane, limit],
  );
  return rows.map(storyLine);
}

function storyLine(row: Row): StoryLine {
  return {
    id: row.id,
    lane: row.lane,
    title: row.title,
    level: row.level,
    basis: row.basis,
    lead: row.verdict.lead,
    firstPublishedAt: row.first_published_at?.toISOString() ?? null,
    detectedAt: row.detected_at.toISOString(),
    articleCount: row.article_count,
  };
}
