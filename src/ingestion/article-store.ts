import type { EntityManager } from 'typeorm';
import type { NewArticle } from './article-identity.js';

/** Rows of one insert. */
const BATCH = 200;

/** The articles that this source has not brought before. */
export async function unknownOf(tx: EntityManager, sourceId: string, articles: NewArticle[]): Promise<NewArticle[]> {
  const known = await tx.query<{ item_key: string }[]>(
    'select item_key from article where source_id = $1 and item_key = any($2::text[])',
    [sourceId, articles.map(({ itemKey }) => itemKey)],
  );
  const keys = new Set(known.map((row) => row.item_key));
  return articles.filter(({ itemKey }) => !keys.has(itemKey));
}

/**
 * Stores articles once, however often and by however many workers they are brought, and wakes the judging.
 * @param bodyId the evidence they were read from
 * @returns how many were new
 */
export async function storeArticles(
  tx: EntityManager,
  sourceId: string,
  bodyId: string | null,
  articles: NewArticle[],
): Promise<number> {
  let added = 0;
  for (let from = 0; from < articles.length; from += BATCH) {
    const rows = await insert(tx, sourceId, bodyId, articles.slice(from, from + BATCH));
    added += rows.length;
  }
  if (added > 0) await tx.query('notify articles');
  return added;
}

function insert(
  tx: EntityManager,
  sourceId: string,
  bodyId: string | null,
  articles: NewArticle[],
): Promise<unknown[]> {
  return tx.query(
    `insert into article (source_id, body_id, item_key, guid, title, text, link, published_at, published_note)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[])
     on conflict (source_id, item_key) do nothing returning id`,
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
    ],
  );
}
