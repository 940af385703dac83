import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BlindCause, BlindInterval, BlindPage } from '../contract/calm.js';
import { Settings } from '../settings/settings.js';
import { readCalm } from './read-calm.js';

/** Half-open; null: without bound. */
export interface Span {
  from: Date | null;
  to: Date | null;
}

interface Row {
  cause: BlindCause;
  sourceId: string | null;
  name: string | null;
  since: Date;
  until: Date;
}

/** When we were blind: the intervals that have ended, and those that last. */
@Injectable()
export class BlindIntervals {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Those that overlap the span, whole, newest first. Read in one snapshot: what ends meanwhile is in it once. */
  overlapping(span: Span, limit: number): Promise<BlindPage> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const all = [...(await this.lasting(tx, span)), ...(await ended(tx, span, limit + 1))];
      return { items: all.slice(0, limit), more: all.length > limit };
    });
  }

  private async lasting(db: EntityManager, { from, to }: Span): Promise<BlindInterval[]> {
    const { causes, checkedAt } = await readCalm(db, this.settings.policy);
    if (from !== null && from.toISOString() >= checkedAt) return [];
    const begun = causes.filter(({ since }) => to === null || since < to.toISOString());
    return begun.map(({ cause, sourceId, name, since }) => ({ cause, sourceId, name, since, until: null })).reverse();
  }
}

async function ended(db: EntityManager, { from, to }: Span, limit: number): Promise<BlindInterval[]> {
  const rows = await db.query<Row[]>(
    `select b.cause, b.source_id as "sourceId", s.name, b.since, b.until
     from blind_interval b left join source s on s.id = b.source_id
     where ($1::timestamptz is null or b.until > $1) and ($2::timestamptz is null or b.since < $2)
     order by b.until desc, b.since desc, b.id desc limit $3`,
    [from, to, limit],
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString(), until: row.until.toISOString() }));
}
