import type { EntityManager } from 'typeorm';
import type { PersonalPurge } from '../../contract/personal-data.js';
import { addFound, hasPersonal } from '../../domain/personal/personal-data.js';
import type { JournalRow } from '../../journal/append.js';
import type { RunOutcome } from '../../periodic/periodic-runs.js';
import { blotArticles } from './blot-articles.js';
import { blotCase } from './blot-case.js';
import { dueCases, PURGED } from './due-cases.js';
import { purgeAttachments } from './purge-attachments.js';
import { releaseCaptures } from './release-captures.js';

export const PERSONAL_DATA = 'personal-data';
const ACTOR = 'system:response';
/** Articles of no case that one run looks at; the others are the next one's. */
const MOST_LOOSE = 20_000;

export interface PersonalRule {
  closedDays: number;
  looseDays: number;
}

type Done = Omit<PersonalPurge, 'period' | 'cases' | 'held'> & { ids: string[]; attachmentIds?: string[] };

/** 应对法 85: one day's purge. The journal is told ids and counts, never what was there. */
export async function purgeRun(tx: EntityManager, rule: PersonalRule, period: string): Promise<RunOutcome> {
  const { due, held } = await dueCases(tx, rule.closedDays);
  const rows: JournalRow[] = [];
  const whole: Omit<PersonalPurge, 'period'> = {
    cases: due,
    held,
    articles: 0,
    found: {},
    captures: 0,
    waiting: 0,
    attachments: 0,
  };
  const count = (incidentId: string | null, { ids, ...done }: Done) => {
    whole.articles += done.articles;
    whole.captures += done.captures;
    whole.waiting += done.waiting;
    whole.attachments += done.attachments;
    whole.found = addFound(whole.found, done.found);
    if (incidentId !== null || hasPersonal(done.found) || done.captures > 0)
      rows.push({ kind: PURGED, incidentId, actor: ACTOR, data: { period, ...done, articleIds: ids.slice(0, 200) } });
  };
  for (const id of due) {
    await blotCase(tx, id);
    const attachmentIds = await purgeAttachments(tx, id);
    const done = await purgeArticles(tx, await articlesOf(tx, id));
    count(id, { ...done, attachments: attachmentIds.length, attachmentIds });
  }
  const loose = await looseArticles(tx, rule.looseDays);
  count(null, await purgeArticles(tx, loose.ids));
  return { result: { ...whole, rule, looseUntil: loose.until }, rows };
}

async function purgeArticles(tx: EntityManager, all: string[]): Promise<Done> {
  const { articles: ids, found } = await blotArticles(tx, all);
  return { ids, articles: ids.length, attachments: 0, found, ...(await releaseCaptures(tx, all, ids)) };
}

async function articlesOf(tx: EntityManager, incidentId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select a.id from article a join story s on s.id = a.story_id where s.incident_id = $1
     union select article_id from own_release where incident_id = $1 order by 1`,
    [incidentId],
  );
  return rows.map((row) => row.id);
}

/**
 * Goes on where the run before ended, article by article in the order of their fetching. What our own channel published of a case is of
 * that case, though it stands in no story.
 */
async function looseArticles(tx: EntityManager, days: number): Promise<{ ids: string[]; until: string | null }> {
  const [before] = await tx.query<{ until: string }[]>(
    `select result->>'looseUntil' as until from periodic_run where job = $1 and result->>'looseUntil' is not null
     order by period desc limit 1`,
    [PERSONAL_DATA],
  );
  const rows = await tx.query<{ id: string; at: string; own: boolean }[]>(
    `select a.id, a.fetched_at::text as at,
       s.incident_id is null and not exists (select from own_release r where r.article_id = a.id) as own
     from article a left join story s on s.id = a.story_id
     where a.fetched_at >= coalesce($1::timestamptz, '-infinity') and a.fetched_at <= app_now() - $2 * interval '1 day'
     order by a.fetched_at limit ${MOST_LOOSE}`,
    [before?.until ?? null, days],
  );
  return { ids: rows.filter((row) => row.own).map((row) => row.id), until: rows.at(-1)?.at ?? before?.until ?? null };
}
