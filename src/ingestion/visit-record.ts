import type { EntityManager } from 'typeorm';
import type { Tier } from '../domain/clocks/policy.js';
import { cutTo, soundJson, soundText } from '../domain/text/sound-text.js';

const LONGEST_DETAIL = 500;

/** A source as a visit needs it. */
export interface VisitedSource {
  id: string;
  url: string;
  tier: Tier;
  allowPrivateNetwork: boolean;
  etag: string | null;
  lastModified: string | null;
  failures: number;
}

/** How a visit went. `ok` means that the source was read: with items, or because nothing had changed. */
export interface VisitResult {
  outcome: string;
  ok: boolean;
  detail: string | null;
  items: number;
  newItems: number;
  warnings: string[];
  etag: string | null;
  lastModified: string | null;
  /** Until the next visit. */
  gapSeconds: number;
}

export async function sourceToVisit(db: EntityManager, id: string): Promise<VisitedSource | null> {
  const [row] = await db.query<VisitedSource[]>(
    `select id, url, tier, allow_private_network as "allowPrivateNetwork", etag, last_modified as "lastModified", failures
     from source where id = $1 and enabled`,
    [id],
  );
  return row ?? null;
}

/** Writes the visit and what it means for the source: when it was read last, and when it is visited next. */
export async function recordVisit(
  tx: EntityManager,
  sourceId: string,
  startedAt: Date,
  result: VisitResult,
): Promise<void> {
  const { outcome, ok, items, newItems, warnings } = result;
  const detail = result.detail === null ? null : cutTo(soundText(result.detail), LONGEST_DETAIL);
  await tx.query(
    `insert into visit (source_id, started_at, finished_at, outcome, detail, items, new_items, warnings)
     values ($1, $2, app_now(), $3, $4, $5, $6, $7)`,
    [sourceId, startedAt, outcome, detail, items, newItems, JSON.stringify(soundJson(warnings))],
  );
  await tx.query(
    `update source set
       last_visit_at = $2, last_outcome = $3, last_detail = $4,
       last_ok_at = case when $5 then app_now() else last_ok_at end,
       last_new_at = case when $6 > 0 then app_now() else last_new_at end,
       failures = case when $5 then 0 else failures + 1 end,
       etag = $7, last_modified = $8,
       next_visit_at = app_now() + make_interval(secs => $9)
     where id = $1`,
    [sourceId, startedAt, outcome, detail, ok, newItems, result.etag, result.lastModified, result.gapSeconds],
  );
}
