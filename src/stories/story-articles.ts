import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { storyArticle } from '../contract/story.js';
import type { PublisherIndex } from '../domain/stories/publishers.js';
import { CALLED, FAMILY } from './reach.js';

export type StoryArticleView = z.infer<typeof storyArticle>;

/** Characters of a text that a list shows. */
const EXCERPT = 400;

interface Row extends Omit<StoryArticleView, 'publishedAt' | 'fetchedAt' | 'publisher' | 'origin'> {
  published: Date | null;
  fetched: Date;
  publisher: string;
  called: string | null;
  origin: string | null;
}

/** Articles of some stories, the earliest first; of more than `most` the latest. */
export async function storyArticles(
  db: EntityManager,
  storyIds: string[],
  index: PublisherIndex,
  most: number,
): Promise<StoryArticleView[]> {
  const rows = await db.query<Row[]>(
    `select * from (
       select a.id, a.source_id as "sourceId", coalesce(a.reported_source, s.name) as "sourceName", a.guid, a.title, a.link,
         a.published_at as published, a.fetched_at as fetched, b.blob as "evidenceSha256",
         left(a.text, ${EXCERPT}) as excerpt, a.judgement #>> '{reading,phase}' as phase, ${FAMILY} as publisher,
         ${CALLED} as called, a.origin
       from article a join source s on s.id = a.source_id left join response_body b on b.id = a.body_id
       where a.story_id = any($1) order by a.published_at desc nulls first, a.fetched_at desc, a.id limit $2
     ) latest order by published nulls last, fetched, id`,
    [storyIds, most],
  );
  return rows.map(({ published, fetched, publisher, called, origin, ...row }) => ({
    ...row,
    publishedAt: published?.toISOString() ?? null,
    fetchedAt: fetched.toISOString(),
    publisher: index.of(publisher, called),
    origin: origin === null ? null : index.of(origin),
  }));
}
