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

/** Where and when articles were read. */
export interface Reading {
  sourceId: string;
  /** The evidence they were read from. */
  bodyId: string | null;
  fetchedAt: Date;
}

/** An article with the judgement of its first reading as JSON; null: it waits for the judging. */
export type FreshArticle = NewArticle & { judgement: string | null };

/**
 * Stores articles once, however often and by however many workers they are brought, and wakes the judging for those that
 * wait for it.
 * @returns how many were new
 */
export async function storeArticles(tx: EntityManager, reading: Reading, articles: FreshArticle[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < articles.length; from += BATCH) {
    const rows = await insert(tx, reading, articles.slice(from, from + BATCH));
    added += rows.length;
  }
  if (added > 0 && articles.some(({ judgement }) => judgement === null)) await tx.query('notify articles');
  return added;
}

const INSERT = `
  insert into article (source_id, body_id, fetched_at, item_key, guid, title, text, link, published_at, published_note,
    judgement, judged_at)
  select $1, $2, $3, new.*, case when judgement is not null then app_now() end
  from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::text[], $11::jsonb[])
    as new (item_key, guid, title, text, link, published_at, published_note, judgement)
  on conflict (source_id, item_key) do nothing returning id`;

function insert(
  tx: EntityManager,
  { sourceId, bodyId, fetchedAt }: Reading,
  articles: FreshArticle[],
): Promise<unknown[]> {
  const columns = [
    articles.map((one) => one.itemKey),
    articles.map((one) => one.guid),
    articles.map((one) => one.title),
    articles.map((one) => one.text),
    articles.map((one) => one.link),
    articles.map((one) => one.publishedAt),
    articles.map((one) => one.publishedNote),
    articles.map((one) => one.judgement),
  ];
  return tx.query(INSERT, [sourceId, bodyId, fetchedAt, ...columns]);
}
