import type { EntityManager } from 'typeorm';
import type { IncidentView } from '../contract/incident.js';
import { databaseNow } from '../database/time.js';
import type { Level } from '../domain/level.js';
import { publisherIndex } from '../domain/stories/publishers.js';
import type { Rules } from '../settings/rules.js';
import { NO_REACH, reachOf } from '../stories/reach.js';
import { articlePage } from '../stories/story-articles.js';
import { toldOf } from '../stories/story-view.js';
import type { Incident } from './incident.entity.js';

/** Of the articles the first are told at once, the others page by page. */
const FIRST_ARTICLES = 20;

interface Row {
  id: string;
  title: string;
  level: Level | null;
  possibly: boolean;
  articleCount: number;
  published: Date | null;
  disposition: string | null;
}

/** What the stories of a case tell. Those that are only possibly the same are named, and count for nothing. */
export async function caseStories(
  db: EntityManager,
  rules: Rules,
  { id, focus }: Incident,
): Promise<
  Pick<
    IncidentView,
    'stories' | 'articles' | 'nextArticles' | 'figures' | 'publishers' | 'heat' | 'opinion' | 'disposition'
  >
> {
  const rows = await db.query<Row[]>(
    `select id, title, level, possibly, article_count as "articleCount", first_published_at as published,
       coalesce(disposition, verdict ->> 'disposition') as disposition
     from story where incident_id = $1 order by possibly, detected_at, id`,
    [id],
  );
  const own = rows.filter((row) => !row.possibly).map((row) => row.id);
  const groups = own.map((storyId) => ({ storyId, key: id }));
  const articles = await articlePage(db, own, publisherIndex(rules.publishers), { after: null, most: FIRST_ARTICLES });
  const reach = (await reachOf(db, groups, await databaseNow(db))).get(id) ?? NO_REACH;
  return {
    ...(await toldOf(db, rules, own, reach, focus)),
    stories: rows.map(({ published, disposition: _, ...row }) => ({
      ...row,
      firstPublishedAt: published?.toISOString() ?? null,
    })),
    ...{ articles: articles.items, nextArticles: articles.next },
    disposition: rows.find((row) => !row.possibly && row.disposition !== null)?.disposition ?? null,
  };
}
