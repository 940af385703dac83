import type { EntityManager } from 'typeorm';
import type { VisitOutcome } from '../../contract/source.js';
import { cutTo, soundJson, soundText } from '../../domain/text/sound-text.js';
import { blindFrom, WATCHED_CORE } from '../blindness.js';
import { giveBack, type RestingTurn } from './host-turns.js';
import type { Pace } from './publishing-pace.js';
import type { BegunVisit } from './visited-source.js';

/** Of a detail, and of each warning: servers choose part of the words. */
const LONGEST_DETAIL = 500;

/** How a visit went. `ok` means that the source was read: with items, or because nothing had changed. */
export interface VisitResult extends Pace {
  outcome: VisitOutcome;
  ok: boolean;
  detail: string | null;
  items: number;
  newItems: number;
  warnings: string[];
  etag: string | null;
  lastModified: string | null;
  /** Where the source takes its turn from now on; null: where it did. */
  host: string | null;
  freshSeconds: number | null;
  /** Until the next visit. */
  gapSeconds: number;
  /** Somebody is told now that the source fails. */
  beginsToFail: boolean;
}

export interface Ending {
  turns: RestingTurn[];
  /** Sources due within this time wait for the host. */
  hostGapSeconds: number;
  blindAfterSeconds: number;
}

export interface Recorded {
  /** False when the visit took so long that its promise had been given up: nothing was written. */
  held: boolean;
  /** Another source waits for one of these hosts. */
  waiting: boolean;
}

/** Nothing of it is written for a promise that was given up; the turns are given back in any case. */
const RECORD = `
  with before as (
    select * from source where id = $1 and claimed_at = $2 for update
  ), written as (
    insert into visit (source_id, started_at, finished_at, outcome, detail, items, new_items, warnings)
    select id, $3, app_now(), $4, $6, $7, $8, $9 from before
  ), ended as (
    insert into blind_interval (cause, source_id, since, until)
    select 'source', id, since, app_now()
    from (select id, ${blindFrom('$10')} as since from before where $5 and ${WATCHED_CORE}) blind
    where since < app_now()
  ), moved as (
    update source s set
      claimed_at = null, claim_until = null,
      last_visit_at = $3, last_outcome = $4, last_detail = $6,
      last_ok_at = case when $5 then app_now() else s.last_ok_at end,
      last_new_at = case when $8 > 0 then app_now() else s.last_new_at end,
      silent_since = case when $8 > 0 then null else s.silent_since end,
      failures = case when $5 then 0 else s.failures + 1 end,
      failing_since = case when $5 then null when $11 then app_now() else s.failing_since end,
      etag = $12, last_modified = $13, host = coalesce($14, s.host),
      fresh_seconds = $15, learned_seconds = $16, longest_gap_seconds = $17,
      next_visit_at = app_now() + make_interval(secs => $18)
    from before where s.id = before.id
  ), given as (${giveBack('$19', '$20', '$21')})
  select exists (select from before) as held, exists (
    select from source where host = any($19) and enabled and paused_at is null and claim_until is null
      and next_visit_at <= app_now() + make_interval(secs => $22)) as waiting`;

/** Writes the visit and what it means for the source, and ends its turns: one round trip. */
export async function recordVisit(
  tx: EntityManager,
  { source, claimedAt, startedAt }: BegunVisit,
  result: VisitResult,
  { turns, hostGapSeconds, blindAfterSeconds }: Ending,
): Promise<Recorded> {
  const detail = result.detail === null ? null : cutTo(soundText(result.detail), LONGEST_DETAIL);
  const hosts = turns.map(({ host }) => host);
  const holders = turns.map(({ holder }) => holder);
  const gaps = turns.map(({ gap }) => gap);
  const warnings = JSON.stringify(soundJson(result.warnings.map((warning) => cutTo(warning, LONGEST_DETAIL))));
  const [recorded] = await tx.query<Recorded[]>(RECORD, [
    ...[source.id, claimedAt, startedAt, result.outcome, result.ok, detail, result.items, result.newItems, warnings],
    ...[blindAfterSeconds, result.beginsToFail, result.etag, result.lastModified, result.host],
    ...[result.freshSeconds, result.learnedSeconds, result.longestGapSeconds, result.gapSeconds],
    ...[hosts, holders, gaps, hostGapSeconds],
  ]);
  if (!recorded) throw new Error('visit: the record returned nothing');
  return recorded;
}
