import type { EntityManager } from 'typeorm';
import type { NewArticle } from './article-identity.js';

/** Rows of one insert. */
const BATCH = 1_000;

/** The articles that this source has not brought before. */
export async function unknownOf(tx: EntityManager, sourceId: string, articles: NewArticle[]): Promise<NewArticle[]> {
  const known = await tx.query<{ item_key: string }[]>(
    'select item_key from article where source_id = $1 and item_key = any($2::text[])',
    [sourceId, articles.map(({ itemKey }) => itemKey)],
  );
  const keys = new Set(known.map((row) => row.item_key));
  return articles.filter(({ itemKey }) => !keys.has(itemKey));
}

/** Ids of the articles that are stored, by item key. */
export async function storedIds(db: EntityManager, sourceId: string, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  return byKey(
    await db.query<Stored[]>(
      'select id, item_key as "itemKey" from article where source_id = $1 and item_key = any($2::text[])',
      [sourceId, keys],
    ),
  );
}

/** Where and when articles were read. */
export interface Reading {
  sourceId: string;
  /** The evidence they were read from. */
  bodyId: string | null;
  fetchedAt: Date;
}

export interface FreshArticle extends NewArticle {
  /** Of its first reading, as JSON; null: it waits for the judging. */
  judgement: string | null;
  /** The medium where a monitoring service found it. */
  reportedSource?: string | null;
  statedOccurredAt?: Date | null;
}

/**
 * Stores articles once, however often and by however many workers they are brought, and wakes the judging for those that
 * wait for it.
 * @returns ids of those that were new, by item key
 */
export async function storeArticles(
  tx: EntityManager,
  reading: Reading,
  articles: FreshArticle[],
): Promise<Map<string, string>> {
  const added: Stored[] = [];
  for (let from = 0; from < articles.length; from += BATCH) {
    added.push(...(await insert(tx, reading, articles.slice(from, from + BATCH))));
  }
  if (added.length > 0 && articles.some(({ judgement }) => judgement === null)) await tx.query('notify articles');
  return byKey(added);
}

interface Stored {
  id: string;
  itemKey: string;
}

const byKey = (stored: Stored[]): Map<string, string> => new Map(stored.map(({ id, itemKey }) => [itemKey, id]));

const INSERT = `
  insert into article (source_id, body_id, fetched_at, item_key, guid, title, text, link, published_at, published_note,
    judgement, reported_source, stated_occurred_at, judged_at)
  select $1, $2, $3, new.*, case when judgement is not null then app_now() end
  from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::text[], $11::jsonb[],
      $12::text[], $13::timestamptz[])
    as new (item_key, guid, title, text, link, published_at, published_note, judgement, reported_source, stated_occurred_at)
  on conflict (source_id, item_key) do nothing returning id, item_key as "itemKey"`;

function insert(
  tx: EntityManager,
  { sourceId, bodyId, fetchedAt }: Reading,
  articles: FreshArticle[],
): Promise<Stored[]> {
  const columns = [
    articles.map((one) => one.itemKey),
    articles.map((one) => one.guid),
    articles.map((one) => one.title),
    articles.map((one) => one.text),
    articles.map((one) => one.link),
    articles.map((one) => one.publishedAt),
    articles.map((one) => one.publishedNote),
    articles.map((one) => one.judgement),
    articles.map((one) => one.reportedSource ?? null),
    articles.map((one) => one.statedOccurredAt ?? null),
  ];
  return tx.query(INSERT, [sourceId, bodyId, fetchedAt, ...columns]);
}
