import type { EntityManager } from 'typeorm';
import { EXITS } from '../../domain/lifecycle/stage.js';
import { hasPersonal, withoutPersonal } from '../../domain/personal/personal-data.js';
import { type PackedBody, unpackBody } from '../../ingestion/evidence/packed-body.js';
import { heldAmong } from './legal-hold.js';

interface Kept {
  sha256: string;
  encoding: PackedBody['encoding'];
  size: string;
  bytes: Buffer;
}

/**
 * Lets go of the raw answers of these articles that hold personal data; their SHA-256 and times stay. Bytes that an open or held case
 * needs wait for its own end: one answer holds many articles.
 * @param sure articles in which something was found: their answers hold it, in whatever encoding
 */
export async function releaseCaptures(
  tx: EntityManager,
  articleIds: readonly string[],
  sure: readonly string[],
): Promise<{ captures: number; waiting: number }> {
  const shas = await tx.query<{ sha256: string; sure: boolean }[]>(
    `select b.blob as sha256, bool_or(a.id = any($2)) as sure from article a join response_body b on b.id = a.body_id
     where a.id = any($1) and b.blob is not null group by 1 order by 1`,
    [articleIds, sure],
  );
  const found: string[] = [];
  for (const one of shas) if (one.sure || (await holdsPersonal(tx, one.sha256))) found.push(one.sha256);
  const needed = await neededElsewhere(tx, found);
  const gone = found.filter((sha256) => !needed.has(sha256));
  const [released] = await tx.query<[unknown[], number]>(
    `update response_body set blob = null, purged_at = app_now(), pinned = false, headers = '{}' where blob = any($1) returning id`,
    [gone],
  );
  await tx.query(
    'delete from response_blob b where sha256 = any($1) and not exists (select from response_body r where r.blob = b.sha256)',
    [gone],
  );
  return { captures: released.length, waiting: needed.size };
}

/** Numbers and addresses are the same bytes in every encoding that feeds use, but for UTF-16. A damaged body is let go of. */
async function holdsPersonal(tx: EntityManager, sha256: string): Promise<boolean> {
  const [kept] = await tx.query<Kept[]>(
    'select sha256, encoding, size, body as bytes from response_blob where sha256 = $1',
    [sha256],
  );
  if (!kept) return false;
  const raw = await unpackBody({ ...kept, size: Number(kept.size) }).catch(() => null);
  return raw === null || hasPersonal(withoutPersonal(Buffer.from(raw).toString('latin1')).counts);
}

/** Which of these some case needs that is not over, or is held. */
async function neededElsewhere(tx: EntityManager, shas: string[]): Promise<Set<string>> {
  const users = await tx.query<{ sha256: string; id: string; over: boolean }[]>(
    `select distinct b.blob as sha256, i.id, i.stage = any($2) as over
     from response_body b join article a on a.body_id = b.id
       cross join lateral (
         select incident_id from story where id = a.story_id
         union select incident_id from own_release where article_id = a.id) needs
       join incident i on i.id = needs.incident_id
     where b.blob = any($1)`,
    [shas, [...EXITS, 'closed', 'archived']],
  );
  const held = await heldAmong(
    tx,
    users.map((one) => one.id),
  );
  return new Set(users.filter((one) => !one.over || held.has(one.id)).map((one) => one.sha256));
}
