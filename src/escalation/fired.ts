import type { EntityManager } from 'typeorm';
import { CARRIED } from '../campaigns/touched.js';
import { OWN_RELEASE, POSSIBLY, RAISED } from '../domain/clocks/thresholds.js';
import type { SkipReason } from '../domain/clocks/ladder.js';
import type { Hearer } from '../domain/clocks/policy.js';
import { OF_LADDER } from '../clocks/ladder.js';
import type { ToldThreshold } from '../notices/notice-text.js';

/** A threshold just claimed, with what the notice of it must say. */
export interface FiredThreshold extends Omit<ToldThreshold, 'lateMs' | 'sentBack'> {
  id: string;
  clockId: string;
  /** The policy the clock began with. */
  ruleVersion: string;
  version: number;
  openedAt: Date;
  /** The clock was answered or ended meanwhile: nothing is to be said, save of a risen level, of what a person has to decide, and of the case itself changing hands. */
  over: boolean;
  rise: boolean;
  co: string[];
  /** The only accounts that may know of the case; null: everyone with the right. */
  restrictedTo: string[] | null;
  /** Ids of the campaigns that it carries. */
  campaigns: string[];
  /** It tells that this bureau, by its code, sent the case back; null: it does not. */
  sentBack: { bureau: string; reason: string } | null;
  channel: string;
  audience: Hearer[];
  /** Whoever of the lead bureau has it in hand. */
  holder: string | null;
  /** Who has taken the case, when the row tells that this is at its end. */
  acknowledgedBy: string | null;
  /** A rung that nobody could be told by, and why: the desk hears of it instead. */
  skipped?: SkipReason;
  /** When the row was written: the system cannot be late before that. */
  placedAt: Date;
}

const RETURNED = `id, clock_id, key, version, fire_at, fired_at, audience, placed_at`;

export const DUE = 'outcome is null and fire_at <= app_now() and (retry_at is null or retry_at <= app_now())';

/**
 * Claims all due thresholds of the clocks that have been due longest: what was crossed on one clock is told in one notice,
 * however much is due. Rows of the ladder are claimed with their case, by claimLadder(). `app_now()` is STABLE and the ids come from an array of a sub-select, so that the partial index on
 * `fire_at` bounds the scan; rows that another sweeper holds are skipped.
 * @param most rows that choose the clocks
 */
export async function claimDue(tx: EntityManager, most: number): Promise<FiredThreshold[]> {
  return details(
    tx,
    `id = any(array(
       select id from clock_threshold
       where clock_id = any(array(select clock_id from clock_threshold where ${DUE} and not ${OF_LADDER} order by fire_at limit $1))
         and ${DUE} and not ${OF_LADDER}
       for update skip locked))`,
    most,
  );
}

/** Claims all that is due on these clocks, rows of the ladder included. */
export async function claimClocks(tx: EntityManager, clockIds: string[]): Promise<FiredThreshold[]> {
  return details(
    tx,
    `id = any(array(select id from clock_threshold where clock_id = any($1) and ${DUE} for update skip locked))`,
    clockIds,
  );
}

/** Claims one threshold by id, for going on past a row that failed. */
export async function claimOne(tx: EntityManager, id: string): Promise<FiredThreshold[]> {
  return details(
    tx,
    'id = any(array(select id from clock_threshold where id = $1 and outcome is null for update skip locked))',
    id,
  );
}

/** Which thresholds are due now; only for naming the one that fails. */
export async function dueIds(db: EntityManager, most: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select id from clock_threshold where ${DUE} order by fire_at limit $1`,
    [most],
  );
  return rows.map((row) => row.id);
}

async function details(
  tx: EntityManager,
  which: string,
  parameter: number | string | string[],
): Promise<FiredThreshold[]> {
  return tx.query<FiredThreshold[]>(
    `with fired as (
       update clock_threshold set fired_at = app_now(), outcome = 'fired' where ${which} returning ${RETURNED}
     )
     select f.id, f.clock_id as "clockId", f.key, f.version, f.fire_at as "fireAt", f.fired_at as "detectedAt",
       c.kind as "clockKind", c.cycle_no as "cycleNo", c.rule_version as "ruleVersion", c.start_at as "startAt", c.due_at as "dueAt", c.opened_at as "openedAt",
       c.met_at is not null or c.waived_at is not null as over, f.key like '${RAISED}%' as rise,
       case when d.id is not null then jsonb_build_object(
         'title', d.title, 'level', coalesce(d.verdict->>'alertLevel', d.level)) end as possibly,
       case when r.id is not null then jsonb_build_object('title', p.title,
         'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as "ownRelease",
       (select jsonb_build_object('bureau', j.body::jsonb->'data'->>'bureau', 'reason', j.body::jsonb->'data'->>'reason')
        from journal j where f.key = 'returned' and j.incident_id = i.id and j.kind = 'incident.returned' and j.at <= f.fire_at
        order by j.seq desc limit 1) as "sentBack",
       f.audience, f.placed_at as "placedAt",
       i.id as "incidentId", i.number, i.title, i.level, i.status, i.lead, i.co, i.channel, i.restricted_to as "restrictedTo",
       i.holder, i.acknowledged_by as "acknowledgedBy", ${CARRIED} as campaigns
     from fired f join incident_clock c on c.id = f.clock_id join incident i on i.id = c.incident_id
       left join story d on d.id = case when f.key like '${POSSIBLY}%' then substr(f.key, ${POSSIBLY.length + 1})::uuid end
       left join own_release r on r.id = case when f.key like '${OWN_RELEASE}%' then substr(f.key, ${OWN_RELEASE.length + 1})::uuid end
       left join article p on p.id = r.article_id
     order by f.fire_at, f.id`,
    [parameter],
  );
}
