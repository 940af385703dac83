import type { DataSource, EntityManager } from 'typeorm';
import type { ArticleAssessor } from '../../assessment/article-assessor.js';
import type { Tier } from '../../domain/clocks/policy.js';
import { WINDOW_DAYS } from '../../domain/stories/story-match.js';
import type { StorySignature } from '../../domain/stories/story.js';

/** Articles read in one go. */
const MOST = 50;

/** An article of our own, as it is compared with open cases. */
export interface OwnArticle {
  id: string;
  title: string;
  link: string | null;
  signature: StorySignature;
  /** Its publication; where the page states none to believe, when it was first fetched. */
  at: Date;
  atStated: boolean;
}

interface Fresh {
  id: string;
  title: string;
  text: string;
  tier: Tier;
  at: Date;
  atStated: boolean;
}

/** No publication is later than its fetching, whatever the feed says. */
const FRESH = `
  select a.id, a.title, a.text, s.tier, a.published_note = 'stated' and a.published_at is not null as "atStated",
    case when a.published_note = 'stated' then least(a.published_at, a.fetched_at) else a.fetched_at end as at
  from article a join source s on s.id = a.source_id and s.kind = 'own' and s.channel = 'live'
  where a.fetched_at > app_now() - interval '${WINDOW_DAYS} days'
    and not exists (select from own_article o where o.article_id = a.id)
  order by a.fetched_at, a.id limit ${MOST}`;

/** Reads what our own channels have brought. What cannot be read is kept without a signature, and proposed nowhere. @returns how many */
export async function readOwnArticles(
  db: DataSource,
  assessor: ArticleAssessor,
  tell: (words: string) => void,
): Promise<number> {
  const fresh = await db.query<Fresh[]>(FRESH);
  for (const article of fresh) {
    await db.query(
      `insert into own_article (article_id, signature, at, at_stated) values ($1, $2, $3, $4) on conflict do nothing`,
      [article.id, JSON.stringify(signatureOf(article, assessor, tell)), article.at, article.atStated],
    );
  }
  return fresh.length;
}

function signatureOf({ id, title, text, tier, at }: Fresh, assessor: ArticleAssessor, tell: (words: string) => void) {
  try {
    return assessor.judge({ title, text, publishedAt: at }, id, tier).signature();
  } catch (error) {
    tell(
      `本局文章 ${id} 无法读取,请人工登记 · an article of our own cannot be read, record it by hand: ${String(error)}`,
    );
    return null;
  }
}

/** Those of the window that have never been weighed, or all of it where cases are new. */
export function ownArticlesToWeigh(db: EntityManager, all: boolean): Promise<OwnArticle[]> {
  return db.query<OwnArticle[]>(
    `select o.article_id as id, a.title, a.link, o.signature, o.at, o.at_stated as "atStated"
     from own_article o join article a on a.id = o.article_id join source s on s.id = a.source_id and s.kind = 'own'
     where ($1 or o.weighed_at is null) and jsonb_typeof(o.signature) = 'object'
       and o.at > app_now() - interval '${WINDOW_DAYS} days'
     order by o.at, o.article_id`,
    [all],
  );
}
