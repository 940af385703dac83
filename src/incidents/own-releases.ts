import type { EntityManager } from 'typeorm';
import type { OwnRelease } from '../contract/own-release.js';
import { announcesConference, channelOfAddress } from '../domain/own-release.js';
import type { Incident } from './incident.entity.js';

/** A release of our own that was proposed as the answer of a case. */
export interface ProposedRelease {
  id: string;
  articleId: string;
  title: string;
  link: string | null;
  sourceName: string;
  at: Date;
  atStated: boolean;
  fetchedAt: Date;
  copySha256: string | null;
  outcome: 'confirmed' | 'rejected' | null;
}

const PROPOSED = `
  select r.id, r.article_id as "articleId", a.title, a.link, s.name as "sourceName", r.at, r.at_stated as "atStated",
    a.fetched_at as "fetchedAt", b.sha256 as "copySha256", r.outcome
  from own_release r join article a on a.id = r.article_id join source s on s.id = a.source_id
    left join response_body b on b.id = a.body_id`;

/** Not where somebody has recorded the same address meanwhile. */
const UNDECIDED = `r.outcome is null and not exists (
  select from evidence e where e.incident_id = r.incident_id and e.standing and e.url = (select link from article where id = r.article_id))`;

/** What waits for a person of the press office, the earliest publication first. */
export async function openOwnReleases(db: EntityManager, { id, status }: Incident): Promise<OwnRelease[]> {
  if (status === 'dismissed') return [];
  const rows = await db.query<ProposedRelease[]>(
    `${PROPOSED} where r.incident_id = $1 and ${UNDECIDED} order by r.at, r.id`,
    [id],
  );
  return rows.map(({ outcome: _, at, fetchedAt, ...row }) => ({
    ...row,
    ...{ at: at.toISOString(), fetchedAt: fetchedAt.toISOString() },
    channel: channelOfAddress(row.link),
    announcesConference: announcesConference(row.title),
  }));
}

/** How many wait, by case. */
export async function ownReleaseCounts(db: EntityManager, incidentIds: string[]): Promise<Map<string, number>> {
  const rows = await db.query<{ id: string; count: number }[]>(
    `select r.incident_id as id, count(*)::int as count from own_release r
     where r.incident_id = any($1) and ${UNDECIDED} group by 1`,
    [incidentIds],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function proposedRelease(
  tx: EntityManager,
  incidentId: string,
  id: string,
): Promise<ProposedRelease | undefined> {
  const [row] = await tx.query<ProposedRelease[]>(`${PROPOSED} where r.id = $1 and r.incident_id = $2`, [
    id,
    incidentId,
  ]);
  return row;
}

/** What waited on a merged case is asked of the surviving one, unless it was asked there already. */
export async function passOwnReleases(tx: EntityManager, gone: string, kept: string): Promise<void> {
  await tx.query(
    `update own_release r set incident_id = $2 where incident_id = $1 and outcome is null
       and not exists (select from own_release k where k.incident_id = $2 and k.article_id = r.article_id)`,
    [gone, kept],
  );
}
