import { setImmediate as othersFirst } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { searchable } from './folding.js';
import { termsOf } from './terms.js';

interface Queued {
  seq: string;
  article_id: string;
}

interface Unindexed {
  id: string;
  title: string;
  text: string;
  at: Date;
  source_id: string;
}

interface Entry {
  article: Unindexed;
  folded: string;
  terms: string;
}

/**
 * Puts queued articles into the archive's index, the newest first. Any number of workers may do so side by side; what one
 * that died had taken is back in the queue. No row of `article` is locked: judging never waits.
 */
@Injectable()
export class ArticleIndexer {
  constructor(private readonly db: DataSource) {}

  /** One batch. @returns how many were taken from the queue */
  async indexSome(most: number): Promise<number> {
    return this.db.transaction(async (tx) => {
      const queued = await tx.query<Queued[]>(
        'select seq, article_id from article_unindexed order by seq desc limit $1 for update skip locked',
        [most],
      );
      if (queued.length === 0) return 0;
      await this.renew(tx, [...new Set(queued.map((one) => one.article_id))]);
      await tx.query('delete from article_unindexed where seq = any($1::bigint[])', [queued.map((one) => one.seq)]);
      return queued.length;
    });
  }

  /** Brings the index to what these articles say now: those that are gone or no one may see leave it. */
  private async renew(tx: EntityManager, ids: string[]): Promise<void> {
    const articles = await tx.query<Unindexed[]>(
      `select a.id, a.title, a.text, coalesce(a.published_at, a.fetched_at) as at, a.source_id
       from article a join source o on o.id = a.source_id and o.channel = 'live' where a.id = any($1::uuid[])`,
      [ids],
    );
    const present = new Set(articles.map(({ id }) => id));
    const absent = ids.filter((id) => !present.has(id));
    if (absent.length > 0) await tx.query('delete from article_index where article_id = any($1::uuid[])', [absent]);
    if (articles.length > 0) await store(tx, await entriesOf(articles));
  }
}

async function entriesOf(articles: Unindexed[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const article of articles) {
    const folded = searchable(article);
    entries.push({ article, folded, terms: `{${termsOf(folded).join(',')}}` });
    await othersFirst();
  }
  return entries;
}

/** `at` passes through a Date: whole milliseconds, as cursors have them. */
async function store(tx: EntityManager, entries: Entry[]): Promise<void> {
  await tx.query(
    `insert into article_index (article_id, at, source_id, folded, terms)
     select t.id, t.at, t.source_id, t.folded, t.terms::int4[]
     from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[]) as t (id, at, source_id, folded, terms)
     on conflict (article_id) do update
       set at = excluded.at, source_id = excluded.source_id, folded = excluded.folded, terms = excluded.terms`,
    [
      entries.map(({ article }) => article.id),
      entries.map(({ article }) => article.at),
      entries.map(({ article }) => article.source_id),
      entries.map(({ folded }) => folded),
      entries.map(({ terms }) => terms),
    ],
  );
}
