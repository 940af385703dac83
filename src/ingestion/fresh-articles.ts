import type { EntityManager } from 'typeorm';
import type { NewArticle } from './article-identity.js';
import { storeArticles, unknownOf } from './article-store.js';
import { keepEvidence } from './evidence/keep-evidence.js';
import { packBody, type PackedBody } from './evidence/packed-body.js';
import type { Fetched } from './fetching/fetch-outcome.js';

/** What a visit brought home: the answer and what was read from it. */
export interface Brought {
  fetched: Fetched;
  articles: NewArticle[];
}

/** The articles of an answer that its source has not brought before, and the answer ready to be kept. */
export interface Fresh {
  articles: NewArticle[];
  fetched: Fetched;
  body: PackedBody;
}

/** Looks and compresses before any transaction begins; null when there is nothing new, for then nothing is kept. */
export async function freshOf(db: EntityManager, sourceId: string, brought: Brought): Promise<Fresh | null> {
  const articles = await unknownOf(db, sourceId, brought.articles);
  if (articles.length === 0) return null;
  return { articles, fetched: brought.fetched, body: await packBody(brought.fetched.body) };
}

/** @returns the id of the kept answer */
export function keepAnswer(
  tx: EntityManager,
  sourceId: string,
  { fetched, body }: Omit<Fresh, 'articles'>,
  fetchedAt: Date,
): Promise<string> {
  const { url, status, headers } = fetched;
  return keepEvidence(tx, { sourceId, url, status, headers, fetchedAt, body });
}

/** Stores articles with the evidence they were read from. @returns how many were new */
export async function storeFresh(tx: EntityManager, sourceId: string, fresh: Fresh, fetchedAt: Date): Promise<number> {
  return storeArticles(tx, sourceId, await keepAnswer(tx, sourceId, fresh, fetchedAt), fresh.articles);
}
