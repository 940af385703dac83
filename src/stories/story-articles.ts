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

const SELECT = `select a.id, a.source_id as "sourceId", coalesce(a.reported_source, s.name) as "sourceName", a.guid, a.title,
    a.link, a.published_at as published, a.fetched_at as fetched, b.blob as "evidenceSha256",
    left(a.text, ${EXCERPT}) as excerpt, a.judgement #>> '{reading,phase}' as phase, ${FAMILY} as publisher,
    ${CALLED} as called, a.origin
  from article a join source s on s.id = a.source_id left join response_body b on b.id = a.body_id
  where a.story_id = any($1)`;
/** An article `x`'s place in the order of time; without a time of its own it stands last. */
const PLACE = `coalesce(x.published_at, 'infinity'), x.fetched_at, x.id`;

/** Articles of some stories, the earliest first; of more than `most` the latest. */
export async function storyArticles(
  db: EntityManager,
  storyIds: string[],
  index: PublisherIndex,
  most: number,
): Promise<StoryArticleView[]> {
  const rows = await db.query<Row[]>(
    `select * from (${SELECT} order by a.published_at desc nulls first, a.fetched_at desc, a.id limit $2) latest
     order by published nulls last, fetched, id`,
    [storyIds, most],
  );
  return rows.map((row) => viewOf(row, index));
}

/**
 * One page of them, the earliest first, by keyset.
 * @param after the id of the last article of the page before; null: from the beginning
 */
export async function articlePage(
  db: EntityManager,
  storyIds: string[],
  index: PublisherIndex,
  { after, most }: { after: string | null; most: number },
): Promise<{ items: StoryArticleView[]; next: string | null }> {
  const here = PLACE.replaceAll('x.', 'a.');
  const rows = await db.query<Row[]>(
    `${SELECT} and ($2::uuid is null or (${here}) > (select ${PLACE} from article x where x.id = $2))
     order by ${here} limit $3`,
    [storyIds, after, most + 1],
  );
  const items = rows.slice(0, most).map((row) => viewOf(row, index));
  return { items, next: rows.length > most ? (items.at(-1)?.id ?? null) : null };
}

function viewOf(
  { published, fetched, publisher, called, origin, ...row }: Row,
  index: PublisherIndex,
): StoryArticleView {
  return {
    ...row,
    publishedAt: published?.toISOString() ?? null,
    fetchedAt: fetched.toISOString(),
    publisher: index.of(publisher, called),
    origin: origin === null ? null : index.of(origin),
  };
}
