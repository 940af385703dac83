import type { EntityManager } from 'typeorm';
import { soundJson } from '../../domain/text/sound-text.js';
import type { PackedBody } from './packed-body.js';

/** What came from outside, as it came: a server's answer, a call of a monitoring service, a form that was filled in. */
export interface Capture {
  sourceId: string;
  /** The address that answered; null when nothing was asked of anybody. */
  url: string | null;
  status: number | null;
  headers: Record<string, string>;
  fetchedAt: Date;
  body: PackedBody;
}

/**
 * Keeps evidence: bytes, headers, sha256 and time. A body that is stored already, whoever brought it, is not stored again.
 * @param tx holds the body against purging until it ends
 * @returns the id of the capture, for `article.body_id`
 */
export async function keepEvidence(tx: EntityManager, { body, ...capture }: Capture): Promise<string> {
  await holdBlob(tx, body);
  const [kept] = await tx.query<{ id: string }[]>(
    `insert into response_body (source_id, url, fetched_at, status, headers, sha256, blob)
     values ($1, $2, $3, $4, $5, $6, $6) returning id`,
    [
      ...[capture.sourceId, capture.url, capture.fetchedAt, capture.status],
      ...[JSON.stringify(soundJson(capture.headers)), body.sha256],
    ],
  );
  if (!kept) throw new Error('response_body: insert returned nothing');
  return kept.id;
}

/** Stores the body or locks the one that is there. Between the two a purge may take it away: then it is stored after all. */
async function holdBlob(tx: EntityManager, { sha256, encoding, size, bytes }: PackedBody): Promise<void> {
  for (;;) {
    const stored = await tx.query<unknown[]>(
      `insert into response_blob (sha256, encoding, size, body) values ($1, $2, $3, $4)
       on conflict (sha256) do nothing returning 1`,
      [sha256, encoding, size, bytes],
    );
    if (stored.length > 0) return;
    const held = await tx.query<unknown[]>('select 1 from response_blob where sha256 = $1 for key share', [sha256]);
    if (held.length > 0) return;
  }
}

/** The evidence of a story's articles is kept beyond the usual time. */
export async function pinEvidence(tx: EntityManager, storyId: string): Promise<void> {
  await tx.query(
    `update response_body set pinned = true
     where not pinned and blob is not null and id in (select body_id from article where story_id = $1)`,
    [storyId],
  );
}
