import type { EntityManager } from 'typeorm';
import { tellOwnRelease } from '../../clocks/clocks.js';
import { databaseNow } from '../../database/time.js';
import { isOver } from '../../domain/lifecycle/stage.js';
import { mayAnswer } from '../../domain/own-release.js';
import type { StorySignature } from '../../domain/stories/story.js';
import { Incident } from '../../incidents/incident.entity.js';
import { append, type JournalRow } from '../../journal/append.js';
import { likelyStories } from '../../stories/likely-stories.js';
import { earliestPossible } from '../../incidents/evidence-instant.js';
import type { OwnArticle } from './own-articles.js';

/**
 * Proposes what our own channel has published to every open case that it may answer, each once: nothing is stopped by that.
 * @returns how many proposals were made
 */
export async function proposeOwnRelease(tx: EntityManager, article: OwnArticle): Promise<number> {
  const now = await databaseNow(tx);
  const rows: JournalRow[] = [];
  for (const id of await casesAnswered(tx, article, now)) rows.push(...(await propose(tx, article, id, now)));
  await tx.query('update own_article set weighed_at = $2 where article_id = $1', [article.id, now]);
  await append(tx, rows);
  return rows.length;
}

/** In the order in which cases are locked. */
async function casesAnswered(tx: EntityManager, { signature }: OwnArticle, now: Date): Promise<string[]> {
  const { ids, rarity } = await likelyStories(tx, signature, 'live', now);
  const stories = await tx.query<{ signature: StorySignature; incidentId: string }[]>(
    `select s.signature, s.incident_id as "incidentId" from story s join incident i on i.id = s.incident_id
     where s.id = any($1) and not s.possibly and i.status <> 'dismissed' and i.channel = 'live'`,
    [ids],
  );
  const answered = stories.filter((story) => mayAnswer(story.signature, signature, rarity));
  return [...new Set(answered.map((story) => story.incidentId))].sort();
}

async function propose(tx: EntityManager, article: OwnArticle, incidentId: string, now: Date): Promise<JournalRow[]> {
  const incident = await tx.findOne(Incident, { where: { id: incidentId }, lock: { mode: 'for_no_key_update' } });
  if (!incident || incident.status === 'dismissed' || isOver(incident.stage)) return [];
  if (article.at < earliestPossible(incident) || (await isKnown(tx, article, incidentId))) return [];
  const [fresh] = await tx.query<{ id: string }[]>(
    `insert into own_release (incident_id, article_id, at, at_stated, proposed_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [incidentId, article.id, article.at, article.atStated, now],
  );
  if (!fresh) return [];
  await pinCopy(tx, article.id);
  await tellOwnRelease(tx, incidentId, fresh.id, now);
  const { id: articleId, title, at, atStated } = article;
  const data = { releaseId: fresh.id, articleId, title, at, atStated };
  return [{ kind: 'own_release.proposed', incidentId, actor: 'system:response', data }];
}

/** A headline that is edited makes another article of the same address. */
async function isKnown(tx: EntityManager, { link }: OwnArticle, incidentId: string): Promise<boolean> {
  if (link === null) return false;
  const found = await tx.query<unknown[]>(
    `select from evidence where incident_id = $1 and url = $2 and standing
     union all select from own_release r join article a on a.id = r.article_id where r.incident_id = $1 and a.link = $2`,
    [incidentId, link],
  );
  return found.length > 0;
}

/** The copy outlives the usual time of raw evidence. */
async function pinCopy(tx: EntityManager, articleId: string): Promise<void> {
  await tx.query(
    'update response_body set pinned = true where blob is not null and id = (select body_id from article where id = $1)',
    [articleId],
  );
}
