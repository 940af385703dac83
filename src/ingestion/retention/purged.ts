import type { EntityManager } from 'typeorm';
import type { PurgedKind } from '../../contract/evidence.js';

/** What one batch removed. */
export interface Purged {
  what: PurgedKind;
  rows: number;
  /** As they were stored. */
  bytes: number;
}

/** Adds a batch to the report of its day (Beijing time), in the batch's own transaction: what is gone is told, and only that. */
export async function reportPurged(tx: EntityManager, purged: Purged[], olderThan: Date): Promise<void> {
  const told = purged.filter(({ rows }) => rows > 0);
  if (told.length === 0) return;
  await tx.query(
    `insert into purge_report as r (day, what, rows, bytes, older_than)
     select (app_now() at time zone 'Asia/Shanghai')::date, what, rows, bytes, $4
     from unnest($1::text[], $2::bigint[], $3::bigint[]) as t (what, rows, bytes) order by what
     on conflict (day, what) do update set rows = r.rows + excluded.rows, bytes = r.bytes + excluded.bytes,
       older_than = greatest(r.older_than, excluded.older_than), last_at = app_now()`,
    [told.map(({ what }) => what), told.map(({ rows }) => rows), told.map(({ bytes }) => bytes), olderThan],
  );
}

/** Rows and their stored bytes as one statement counts them (`count(*)::int as rows, sum(...)::float8 as bytes`). */
export type Counted = Omit<Purged, 'what'>;

export const counted = (what: PurgedKind, [row]: Counted[]): Purged => ({
  what,
  rows: row?.rows ?? 0,
  bytes: row?.bytes ?? 0,
});
