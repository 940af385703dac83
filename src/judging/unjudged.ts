import type { EntityManager } from 'typeorm';
import type { Tier } from '../domain/clocks/policy.js';

/** An article waiting to be judged, locked by this transaction. */
export interface UnjudgedArticle {
  id: string;
  sourceId: string;
  title: string;
  text: string;
  publishedAt: Date | null;
  fetchedAt: Date;
  tier: Tier;
  sourceName: string;
  sourceFamily: string;
  reportedSource: string | null;
  link: string | null;
  /** `canary`: a report of the self-check, never to be seen. */
  channel: 'live' | 'canary';
  /** Of the office itself: no public opinion. */
  isOwn: boolean;
  bodyId: string | null;
  statedOccurredAt: Date | null;
  statedNotifiedAt: Date | null;
}

/** Takes unjudged articles, oldest first; rows that another worker holds are skipped. */
export async function claimUnjudged(
  tx: EntityManager,
  most: number,
  id: string | null = null,
): Promise<UnjudgedArticle[]> {
  return tx.query<UnjudgedArticle[]>(
    `select a.id, a.source_id as "sourceId", a.title, a.text, a.published_at as "publishedAt", a.fetched_at as "fetchedAt", s.tier, s.channel, s.kind = 'own' as "isOwn", a.body_id as "bodyId",
       s.name as "sourceName", s.family as "sourceFamily", a.reported_source as "reportedSource", a.link,
       a.stated_occurred_at as "statedOccurredAt", a.stated_notified_at as "statedNotifiedAt"
     from article a join source s on s.id = a.source_id
     where a.judged_at is null and ($2::uuid is null or a.id = $2)
     order by a.fetched_at, a.published_at nulls last, a.id limit $1
     for update of a skip locked`,
    [most, id],
  );
}

export interface Judged {
  articleId: string;
  judgement: unknown;
  storyId: string | null;
  /** Families; null: the article joins no story. */
  publisher: string | null;
  origin: string | null;
}

/**
 * Marks articles judged, with the explanation of each judgement. A story may have gone into another one since the article joined
 * it, by a later article of the same batch.
 */
export async function markJudged(tx: EntityManager, judged: Judged[]): Promise<void> {
  await tx.query(
    `update article a set judged_at = app_now(), judgement = j.judgement, publisher = j.publisher, origin = j.origin,
       story_id = coalesce((select s.merged_into from story s where s.id = j.story_id), j.story_id)
     from unnest($1::uuid[], $2::jsonb[], $3::uuid[], $4::text[], $5::text[])
       as j (id, judgement, story_id, publisher, origin)
     where a.id = j.id`,
    [
      judged.map((one) => one.articleId),
      judged.map((one) => JSON.stringify(one.judgement)),
      judged.map((one) => one.storyId),
      judged.map((one) => one.publisher),
      judged.map((one) => one.origin),
    ],
  );
}
