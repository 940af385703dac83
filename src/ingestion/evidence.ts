import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource, type EntityManager } from 'typeorm';
import { soundJson } from '../domain/text/sound-text.js';
import type { Fetched } from './fetching/fetch-outcome.js';

/** Bodies nobody flagged are kept so long; the record of the visits somewhat longer. */
const BODY_HOURS = 72;
const VISIT_DAYS = 30;
const PURGE_EVERY_MS = 10 * 60_000;

/**
 * Keeps what a server answered: bytes, headers, sha256 and time. The same body as the last one of this source is not kept twice.
 * @returns the id of the kept body
 */
export async function keepBody(tx: EntityManager, sourceId: string, fetched: Fetched, at: Date): Promise<string> {
  const sha256 = createHash('sha256').update(fetched.body).digest('hex');
  const [last] = await tx.query<{ id: string; sha256: string }[]>(
    'select id, sha256 from response_body where source_id = $1 order by fetched_at desc limit 1',
    [sourceId],
  );
  if (last?.sha256 === sha256) return last.id;
  const [kept] = await tx.query<{ id: string }[]>(
    `insert into response_body (source_id, url, fetched_at, status, headers, sha256, body)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [sourceId, fetched.url, at, fetched.status, JSON.stringify(soundJson(fetched.headers)), sha256, fetched.body],
  );
  if (!kept) throw new Error('response_body: insert returned nothing');
  return kept.id;
}

/** Removes bodies after 72 h unless they are pinned, and visits after 30 days. */
@Injectable()
export class EvidenceKeeper {
  private readonly logger = new Logger(EvidenceKeeper.name);

  constructor(private readonly db: DataSource) {}

  @Interval('evidence', PURGE_EVERY_MS)
  async purge(): Promise<void> {
    try {
      await this.db.query(
        'delete from response_body where not pinned and fetched_at < app_now() - make_interval(hours => $1)',
        [BODY_HOURS],
      );
      await this.db.query('delete from visit where started_at < app_now() - make_interval(days => $1)', [VISIT_DAYS]);
    } catch (error) {
      this.logger.error(`证据清理失败 · purging evidence failed: ${String(error)}`);
    }
  }
}
