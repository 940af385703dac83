import type { EntityManager } from 'typeorm';
import {
  addFound,
  hasPersonal,
  jsonWithoutPersonal,
  type PersonalCounts,
  withoutPersonal,
} from '../../domain/personal/personal-data.js';
import { blotStories } from './blot-case.js';

/** Articles that are held at once. */
const PAGE = 200;

interface Article {
  id: string;
  title: string;
  text: string;
  judgement: unknown;
}

export interface Blotted {
  articles: string[];
  found: PersonalCounts;
}

/** Blots personal data out of articles, and out of what was derived from them: the judgement and the archive's index. */
export async function blotArticles(tx: EntityManager, ids: readonly string[]): Promise<Blotted> {
  const done: Blotted = { articles: [], found: {} };
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await tx.query<Article[]>(
      'select id, title, text, judgement from article where id = any($1) order by id',
      [ids.slice(from, from + PAGE)],
    );
    for (const row of rows) {
      const [title, text] = [withoutPersonal(row.title), withoutPersonal(row.text)];
      const counts = addFound(title.counts, text.counts);
      if (!hasPersonal(counts)) continue;
      await tx.query('update article set title = $2, text = $3, judgement = $4 where id = $1', [
        ...[row.id, title.text, text.text],
        row.judgement === null ? null : JSON.stringify(jsonWithoutPersonal(row.judgement)),
      ]);
      done.articles.push(row.id);
      done.found = addFound(done.found, counts);
    }
  }
  await blotStories(tx, done.articles);
  await forget(tx, done.articles);
  return done;
}

/** From here on the words are found no more; the indexer takes in what is left. */
async function forget(tx: EntityManager, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('delete from article_index where article_id = any($1)', [ids]);
  await tx.query('insert into article_unindexed (article_id) select unnest($1::uuid[])', [ids]);
}
