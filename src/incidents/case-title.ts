import type { EntityManager } from 'typeorm';
import { headlineFigure, isOvertaken, standingTitle } from '../domain/stories/standing-title.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';

/** Articles whose titles are looked through, the latest that state the figure. */
const MOST_ARTICLES = 20;

/**
 * A title whose number of persons has been overtaken gives way to that of the latest article which states the one that stands. What a
 * person called a case stays. Changes the title of the incident and of its stories that bear it; the caller saves the case.
 * @param told title of the article that has just come; null: those of the case's articles are looked through
 * @returns the row of the journal that tells of it, if any
 */
export async function retitle(
  tx: EntityManager,
  incident: Incident,
  told: string | null,
  actor: string,
): Promise<JournalRow[]> {
  const { id, title: from, facts } = incident;
  if (!isOvertaken(from, facts)) return [];
  const title = standingTitle(from, facts, told === null ? await titlesStating(tx, incident) : [told]);
  if (title === from || (await isNamedByPerson(tx, id))) return [];
  incident.title = title;
  await tx.query('update story set title = $2 where incident_id = $1 and not possibly and title = $3', [
    id,
    title,
    from,
  ]);
  return [{ kind: 'incident.retitled', incidentId: id, actor, data: { from, title } }];
}

async function isNamedByPerson(tx: EntityManager, incidentId: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `select from journal where incident_id = $1 and kind = 'incident.opened' and body::jsonb #>> '{data,byHand}' = 'true' limit 1`,
    [incidentId],
  );
  return found.length > 0;
}

async function titlesStating(tx: EntityManager, { id, facts }: Incident): Promise<string[]> {
  const figure = headlineFigure(facts);
  if (!figure) return [];
  const rows = await tx.query<{ title: string }[]>(
    `select a.title from article a join story s on s.id = a.story_id
     where s.incident_id = $1 and not s.possibly and (a.judgement #>> '{reading,isIncident}')::boolean
       and (a.judgement #>> array['reading', 'facts', $2, 'value'])::numeric = $3
     order by coalesce(a.published_at, a.fetched_at) desc, a.fetched_at desc limit ${MOST_ARTICLES}`,
    [id, figure.metric, figure.value],
  );
  return rows.map((row) => row.title);
}
