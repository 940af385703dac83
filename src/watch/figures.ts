import type { DataSource } from 'typeorm';

/** What the office's state looks like in numbers, at one instant of database time. */
export interface Figures {
  clocks: { kind: string; state: string; count: number }[];
  /** Per kind, the seconds until the next limit of a running clock. */
  nearest: { kind: string; seconds: number }[];
  notices: { channel: string; count: number }[];
  sweepAge: number;
  unjudged: number;
  /** Stored articles that the archive does not find yet. */
  unindexed: number;
  sourcesFailing: number;
  journalSeq: number;
  /** Seconds since a self-check came through; null before the first. */
  canaryAge: number | null;
}

const list = (rows: string) => `(select coalesce(json_agg(row_to_json(r)), '[]') from (${rows}) r)`;

const LIVE_CLOCK = `incident_clock c join incident i on i.id = c.incident_id and i.channel = 'live'
  where c.met_at is null and c.waived_at is null`;

const FIGURES = `select
  ${list(`select c.kind, case when c.due_at > app_now() then 'running' else 'overdue' end as state, count(*)::int
    from ${LIVE_CLOCK} group by 1, 2`)} as clocks,
  ${list(`select c.kind, extract(epoch from min(c.due_at) - app_now())::float8 as seconds
    from ${LIVE_CLOCK} and c.due_at > app_now() group by 1`)} as nearest,
  ${list(`select channel, count(*)::int from notice where state = 'pending' group by 1`)} as notices,
  (select extract(epoch from app_now() - last_at)::float8 from sweep) as "sweepAge",
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
