import type { EntityManager } from 'typeorm';
import { type CanaryHistory, type CanaryRun, PERIODS_OF_GRACE } from '../../domain/canary.js';
import { CANARY_SOURCE } from './canary-period.js';
import { RUNS_KEPT } from './canary-report.js';

/** Of a period: a pause this long between two runs shows that nobody was there to begin one. */
const PAUSE = 1.25;
/** Enough to hold one that is complete or overdue. */
const TELLING_RUNS = 5;

/** A run to begin. */
export interface NewRun {
  /** Beginning of its period, s since 1970. */
  slot: number;
  periodMs: number;
  socketWatched: boolean;
}

/** Begins the run of a period, once however many try, and makes its source due. @returns whether it was begun here */
export async function beginRun(tx: EntityManager, { slot, periodMs, socketWatched }: NewRun): Promise<boolean> {
  const begun = await tx.query<unknown[]>(
    `insert into canary_run (slot, turn, started_at, next_by, socket_watched)
     select $1, coalesce(max(turn), 0) + 1, app_now(), app_now() + make_interval(secs => $3), $2 from canary_run
     on conflict do nothing returning 1`,
    [slot, socketWatched, (PERIODS_OF_GRACE * periodMs) / 1_000],
  );
  if (begun.length === 0) return false;
  await afterPause(tx, slot, periodMs);
  await tx.query(
    `insert into source (id, name, url, tier, family, origin, channel, host, next_visit_at)
     values ($1, '全链路自检 · self-check', '', 'regular', $1, 'built_in', 'canary', $1, app_now())
     on conflict (id) do update set next_visit_at = app_now(), enabled = true, paused_at = null`,
    [CANARY_SOURCE],
  );
  return true;
}

/**
 * After a pause of the whole product, what was on its way before says nothing about now and is given up; a pause so long that
 * nobody looked is kept as blind.
 */
async function afterPause(tx: EntityManager, slot: number, periodMs: number): Promise<void> {
  await tx.query(
    `insert into blind_interval (cause, since, until)
     select 'canary', since, app_now() from (
       select coalesce(max(complete_at), min(started_at)) as since, max(next_by) as late from canary_run where slot < $1
     ) before where late < app_now() and not exists (select from canary_breakage where ended_at is null)`,
    [slot],
  );
  await tx.query(
    `update canary_run set abandoned = true where complete_at is null and slot < $1
       and (select max(started_at) from canary_run where slot < $1) < app_now() - make_interval(secs => $2)`,
    [slot, (PAUSE * periodMs) / 1_000],
  );
}

/** Each stage leaves rows of its own; nothing but them says that it was passed. */
const TRACES = `
  select r.slot, coalesce(v.at, a.fetched_at) as fetched, a.fetched_at as stored,
    case when a.judging_error is null then a.judged_at end as judged, i.opened_at as opened, t.at as fired
  from (select * from canary_run where complete_at is null and not abandoned order by slot desc limit ${RUNS_KEPT}) r
    left join lateral (
      select min(started_at) as at from visit
      where source_id = $1 and started_at >= r.started_at and outcome in ('ok', 'not_modified', 'store_failed')
    ) v on true
    left join article a on a.source_id = $1 and a.guid = 'canary:' || r.slot
    left join story s on s.id = a.story_id
    left join incident i on i.id = s.incident_id and i.channel = 'canary' and i.opened_at >= r.started_at
    left join lateral (
      select min(fired_at) as at from incident_clock c join clock_threshold h on h.clock_id = c.id
      where c.incident_id = i.id and h.outcome = 'fired'
    ) t on true`;

/** Notes which stages the runs on their way have passed. @returns how many are complete now */
export async function noteStages(tx: EntityManager): Promise<number> {
  await tx.query(
    `update canary_run r set fetched_at = coalesce(r.fetched_at, fetched), stored_at = coalesce(r.stored_at, stored),
       judged_at = coalesce(r.judged_at, judged), opened_at = coalesce(r.opened_at, opened),
       fired_at = coalesce(r.fired_at, fired)
     from (${TRACES}) seen where seen.slot = r.slot`,
    [CANARY_SOURCE],
  );
  const [complete] = await tx.query<[unknown[], number]>(
    `update canary_run set complete_at = greatest(fired_at, heard_at)
     where complete_at is null and not abandoned and fired_at is not null and (heard_at is not null or not socket_watched)
     returning 1`,
  );
  return complete.length;
}

/** The report of a case has come out at the socket. */
export async function noteHeard(db: EntityManager, incidentId: string): Promise<void> {
  await db.query(
    `update canary_run set heard_at = app_now() where heard_at is null and slot in (
       select split_part(a.guid, ':', 2)::bigint from story s join article a on a.story_id = s.id
       where s.incident_id = $1 and a.source_id = $2)`,
    [incidentId, CANARY_SOURCE],
  );
}

type Row = Omit<CanaryRun, 'passed'> & CanaryRun['passed'];

/** What is known of the runs, by database time. */
export async function readHistory(db: EntityManager): Promise<CanaryHistory> {
  const [bounds] = await db.query<Omit<CanaryHistory, 'runs'>[]>(
    `select app_now() as now, max(next_by) as "nextBy", min(started_at) as "firstStartedAt",
       max(complete_at) as "lastCompleteAt" from canary_run`,
  );
  if (!bounds) throw new Error('canary_run cannot be read: the database was not migrated');
  const rows = await db.query<Row[]>(
    `select started_at as "startedAt", complete_at as "completeAt", socket_watched as "socketWatched", fetched_at as fetch,
       stored_at as store, judged_at as judge, opened_at as open, fired_at as fire, heard_at as hear
     from canary_run where not abandoned order by slot desc limit $1`,
    [TELLING_RUNS],
  );
  return { ...bounds, runs: rows.map(runOf) };
}

function runOf({ startedAt, completeAt, socketWatched, ...passed }: Row): CanaryRun {
  return { startedAt, completeAt, socketWatched, passed };
}
