import type { EntityManager } from 'typeorm';
import type { StoryQuery } from '../contract/queries.js';
import type { StoryLine, StoryPage } from '../contract/story.js';
import { databaseNow } from '../database/time.js';
import type { Level, LevelBasis } from '../domain/level.js';
import { FOCUSES } from '../domain/routing/routing-rules.js';
import type { StoryVerdict } from '../domain/stories/story-verdict.js';
import type { Rules } from '../settings/rules.js';
import { NO_REACH, opinionOf, type Reach, reachOf } from './reach.js';

export interface StoryRow {
  id: string;
  lane: 'national' | 'triage' | null;
  title: string;
  level: Level | null;
  basis: LevelBasis | null;
  verdict: Omit<StoryVerdict, 'facts'>;
  /** As a person decided it. */
  disposition: string | null;
  first_published_at: Date | null;
  detected_at: Date;
  triage_since: Date | null;
  triage_told_at: Date | null;
  article_count: number;
}

/** Of the same instant by their ids; the instant to the microsecond, so that a page neither repeats nor leaves out any. */
const PAGE = `
  select id, lane, title, level, basis, verdict - 'facts' as verdict, disposition, first_published_at, detected_at, article_count, triage_since, triage_told_at,
    to_char(detected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant
  from story
  where lane = $1 and channel = 'live' and ($2::timestamptz is null or (detected_at, id) < ($2, $3::uuid))
    and ($5::text is null or verdict->'focus' ? $5)
  order by detected_at desc, id desc limit $4`;

const OF_FOCUS = FOCUSES.map((focus) => `'${focus}', count(*) filter (where verdict->'focus' ? '${focus}')`).join();
const COUNTS = `
  select count(*)::int as count, json_build_object(${OF_FOCUS}) as "byFocus" from story where lane = $1 and channel = 'live'`;

type Counts = Pick<StoryPage, 'count' | 'byFocus'>;

/** Stories of a lane, newest first, as they leave the house; by keyset: a page stays right while stories come. */
export async function lanePage(
  db: EntityManager,
  rules: Rules,
  { lane, focus, cursor, limit }: StoryQuery,
): Promise<StoryPage> {
  const [instant = null, id = null] = cursor?.split('_') ?? [];
  const found = await db.query<(StoryRow & { instant: string })[]>(PAGE, [lane, instant, id, limit + 1, focus ?? null]);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const groups = rows.map((row) => ({ storyId: row.id, key: row.id }));
  const reaches = await reachOf(db, groups, await databaseNow(db));
  const [counts] = await db.query<Counts[]>(COUNTS, [lane]);
  if (!counts) throw new Error('count(*) returned nothing');
  return {
    items: rows.map((row) => storyLine(row, reaches.get(row.id) ?? NO_REACH, rules)),
    next: found.length > limit && last ? `${last.instant}_${last.id}` : null,
    ...counts,
  };
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
    waitingSince: row.triage_since?.toISOString() ?? null,
    waitsTooLong: row.triage_told_at !== null,
  };
}
