import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { NewArticle } from './article-identity.js';
import { storeArticles } from './article-store.js';
import { type Brought, freshOf, keepAnswer } from './fresh-articles.js';

const logger = new Logger('CarefulStore');

/** Stores evidence and articles each by itself, so that one that the database refuses takes no other with it. @returns how many were new */
export async function storeWhatCanBe(db: DataSource, sourceId: string, brought: Brought, at: Date): Promise<number> {
  const fresh = await freshOf(db.manager, sourceId, brought, at);
  if (!fresh) return 0;
  const keep = () => db.transaction((tx) => keepAnswer(tx, sourceId, fresh));
  const bodyId = await orNull(keep, `${sourceId}: 证据 · evidence`);
  let added = 0;
  for (const article of fresh.articles) {
    const store = () => db.transaction((tx) => storeArticles(tx, { sourceId, bodyId, fetchedAt: at }, [article]));
    added += (await orNull(store, nameOf(sourceId, article)))?.size ?? 0;
  }
  return added;
}

const nameOf = (sourceId: string, { guid, link, itemKey }: NewArticle): string =>
  `${sourceId}: ${guid ?? link ?? itemKey}`;

async function orNull<T>(store: () => Promise<T>, what: string): Promise<T | null> {
  try {
    return await store();
  } catch (error) {
    logger.error(`无法入库 · cannot be stored: ${what}: ${String(error)}`);
    return null;
  }
}
