import type { DataSource } from 'typeorm';

/** What the office's state looks like in numbers, at one instant of database time. */
export interface Figures {
  clocks: { kind: string; state: string; count: number }[];
  /** Per kind, the seconds until the next limit of a running clock. */
  nearest: { kind: string; seconds: number }[];
  notices: { channel: string; count: number }[];
  sweepAge: number;
  /** Seconds since the oldest pending threshold of a case was due, and since the oldest waiting notice could have been tried; 0: none is. */
  thresholdAge: number;
  noticeAge: number;
  /** Seconds since the auditor last looked. */
  auditAge: number;
  /** What it found and what stands, by rule. */
  findings: { rule: string; count: number }[];
  unjudged: number;
  /** Stored articles that the archive does not find yet. */
  unindexed: number;
  sourcesFailing: number;
  journalSeq: number;
  /** Seconds since a self-check came through; null before the first. */
  canaryAge: number | null;
}

const list = (rows: string) => `(select coalesce(json_agg(row_to_json(r)), '[]') from (${rows}) r)`;

/** Seconds since the oldest waiting notice could have been tried, one that was held over quiet hours among them; 0: none could. */
export const NOTICE_AGE = `(select greatest(0, coalesce(extract(epoch from app_now() - min(greatest(next_at, lease_until))), 0))::float8
  from notice where state in ('pending', 'held') and next_at <= app_now())`;

const LIVE_CLOCK = `incident_clock c join incident i on i.id = c.incident_id and i.channel = 'live'
  where c.met_at is null and c.waived_at is null and c.missed_at is null`;

const FIGURES = `select
  ${list(`select c.kind, case when c.due_at > app_now() then 'running' else 'overdue' end as state, count(*)::int
    from ${LIVE_CLOCK} group by 1, 2`)} as clocks,
  ${list(`select c.kind, extract(epoch from min(c.due_at) - app_now())::float8 as seconds
    from ${LIVE_CLOCK} and c.due_at > app_now() group by 1`)} as nearest,
  ${list(`select channel, count(*)::int from notice where state = 'pending' group by 1`)} as notices,
  (select extract(epoch from app_now() - last_at)::float8 from sweep) as "sweepAge",
  (select coalesce(extract(epoch from app_now() - min(t.fire_at)), 0)::float8 from clock_threshold t
    join incident_clock c on c.id = t.clock_id join incident i on i.id = c.incident_id and i.channel = 'live'
    where t.outcome is null and t.fire_at <= app_now()) as "thresholdAge",
  ${NOTICE_AGE} as "noticeAge",
  (select extract(epoch from app_now() - last_at)::float8 from audit) as "auditAge",
  ${list('select rule, count(*)::int from audit_finding where gone_at is null group by 1')} as findings,
  (select count(*)::int from article where judged_at is null) as unjudged,
  (select count(*)::int from article_unindexed) as unindexed,
  (select count(*)::int from source where enabled and failures > 0 and channel = 'live') as "sourcesFailing",
  (select extract(epoch from app_now() - max(complete_at))::float8 from canary_run) as "canaryAge",
  (select seq::float8 from journal_head) as "journalSeq"`;

/** Reads all figures in one statement, so that they belong to one instant. */
export async function readFigures(db: DataSource): Promise<Figures> {
  const [figures] = await db.query<Figures[]>(FIGURES);
  if (!figures) throw new Error('no figures: the database was not migrated');
  return figures;
}
