import type { EntityManager } from 'typeorm';
import type { NewArticle } from './article-identity.js';
import { type FreshArticle, storeArticles, unknownOf } from './article-store.js';
import { keepEvidence } from './evidence/keep-evidence.js';
import { packBody, type PackedBody } from './evidence/packed-body.js';
import type { Fetched } from './fetching/fetch-outcome.js';
import type { FirstReading } from './first-reading.js';

/** What a visit brought home: the answer and what was read from it. */
export interface Brought {
  fetched: Fetched;
  articles: NewArticle[];
}

/** The articles of an answer that its source has not brought before, and the answer ready to be kept. */
export interface Fresh {
  articles: FreshArticle[];
  fetched: Fetched;
  fetchedAt: Date;
  body: PackedBody;
}

/**
 * Looks, reads and compresses before any transaction begins; null when there is nothing new, for then nothing is kept.
 * @param first without it all articles wait for the judging
 */
export async function freshOf(
  db: EntityManager,
  sourceId: string,
  { fetched, articles }: Brought,
  fetchedAt: Date,
  first?: FirstReading,
): Promise<Fresh | null> {
  const unknown = await unknownOf(db, sourceId, articles);
  if (unknown.length === 0) return null;
  const [body, judgements] = await Promise.all([packBody(fetched.body), first?.of(unknown, fetchedAt)]);
  const read = unknown.map((article, index) => ({ ...article, judgement: judgements?.[index] ?? null }));
  return { articles: read, fetched, fetchedAt, body };
}

/** @returns the id of the kept answer */
export function keepAnswer(
  tx: EntityManager,
  sourceId: string,
  { fetched, fetchedAt, body }: Omit<Fresh, 'articles'>,
): Promise<string> {
  const { url, status, headers } = fetched;
  return keepEvidence(tx, { sourceId, url, status, headers, fetchedAt, body });
}

/** Stores articles with the evidence they were read from. @returns how many were new */
export async function storeFresh(tx: EntityManager, sourceId: string, fresh: Fresh): Promise<number> {
  const bodyId = await keepAnswer(tx, sourceId, fresh);
  return (await storeArticles(tx, { sourceId, bodyId, fetchedAt: fresh.fetchedAt }, fresh.articles)).size;
}
