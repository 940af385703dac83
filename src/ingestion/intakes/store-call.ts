import type { EntityManager } from 'typeorm';
import type { SentArticle } from './read-call.js';

/**
 * Stores the articles that are new, all in one statement, and wakes the judging.
 * @param bodyId the call they were read from
 * @returns their ids by item key
 */
export async function storeSent(
  tx: EntityManager,
  sourceId: string,
  bodyId: string | null,
  articles: SentArticle[],
): Promise<Map<string, string>> {
  if (articles.length === 0) return new Map();
  const rows = await tx.query<{ id: string; item_key: string }[]>(
    `insert into article (source_id, body_id, item_key, guid, title, text, link, published_at, published_note,
       reported_source, stated_occurred_at)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[],
       $10::text[], $11::timestamptz[])
     on conflict (source_id, item_key) do nothing returning id, item_key`,
    [
      sourceId,
      bodyId,
      articles.map((one) => one.itemKey),
      articles.map((one) => one.guid),
      articles.map((one) => one.title),
      articles.map((one) => one.text),
      articles.map((one) => one.link),
      articles.map((one) => one.publishedAt),
      articles.map((one) => one.publishedNote),
      articles.map((one) => one.reportedSource),
      articles.map((one) => one.statedOccurredAt),
    ],
  );
  if (rows.length > 0) await tx.query('notify articles');
  return new Map(rows.map(({ id, item_key }) => [item_key, id]));
}

/** Ids of the articles that are stored, by item key. */
export async function storedIds(db: EntityManager, sourceId: string, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.query<{ id: string; item_key: string }[]>(
    'select id, item_key from article where source_id = $1 and item_key = any($2::text[])',
    [sourceId, keys],
  );
  return new Map(rows.map(({ id, item_key }) => [item_key, id]));
}
