import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Tier } from '../../domain/clocks/policy.js';
import { rounded } from './figure.js';

export interface Declared {
  id: string;
  url: string;
  tier: Tier;
}

export interface VisitSummary {
  [measure: string]: number;
  visits: number;
  perSecond: number;
  /** Of the readings that fell due, those no later after the last one than the tier's slowest gap. */
  withinBudgetPercent: number;
  /** From being due to the begin of the visit. */
  lateP50Ms: number;
  lateP99Ms: number;
}

/** Keeps, in a scratch database, when each source was due and when its visit began. */
export class VisitLog {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<VisitLog> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      create table begun (source_id text not null, due_at timestamptz not null, at timestamptz not null);
      grant insert on begun to public;
      create function begins() returns trigger language plpgsql as $$
      begin
        insert into begun values (old.id, old.next_visit_at, clock_timestamp());
        return new;
      end $$;
      create trigger begins before update of claim_until on source for each row
        when (old.claim_until is not null and new.claim_until is not null) execute function begins()`);
    return new VisitLog(client);
  }

  /** All are due at once. */
  async declare(sources: Declared[]): Promise<void> {
    await this.client.query(
      `insert into source (id, name, url, tier, family, origin, allow_private_network, next_visit_at)
       select id, id, url, tier, id, 'file', true, app_now()
       from unnest($1::text[], $2::text[], $3::text[]) as given (id, url, tier)`,
      [sources.map(({ id }) => id), sources.map(({ url }) => url), sources.map(({ tier }) => tier)],
    );
  }

  async untilAllVisited(): Promise<void> {
    const unread = async () =>
      (await this.client.query(`select from source where last_ok_at is null limit 1`)).rowCount;
    while (await unread()) await pause(50);
  }

  async now(): Promise<Date> {
    const { rows } = await this.client.query<{ now: Date }>('select app_now() as now');
    return rows[0]?.now ?? new Date(0);
  }

  /** @param budgets seconds by tier */
  async summary(from: Date, budgets: Record<Tier, number>): Promise<VisitSummary> {
    const { rows } = await this.client.query<Record<'seconds' | 'visits' | 'kept' | 'due' | 'p50' | 'p99', number>>(
      SUMMARY,
      [from, budgets.core, budgets.regular, budgets.wide],
    );
    const [row] = rows;
    if (!row) throw new Error('no visits');
    return {
      visits: row.visits,
      perSecond: rounded(row.visits / row.seconds),
      withinBudgetPercent: rounded((100 * row.kept) / row.due),
      lateP50Ms: Math.round(row.p50 * 1_000),
      lateP99Ms: Math.round(row.p99 * 1_000),
    };
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** A reading falls due when the next one comes, or when its budget has passed without one. */
const SUMMARY = `
  with budget as (
    select id, case tier when 'core' then $2::float8 when 'regular' then $3::float8 else $4::float8 end as seconds from source
  ), readings as (
    select source_id, finished_at, lead(finished_at, 1, app_now()) over later - finished_at as gap,
      lead(finished_at) over later is null as is_last
    from visit where outcome in ('ok', 'not_modified')
    window later as (partition by source_id order by finished_at)
  ), due as (
    select extract(epoch from gap) <= seconds as kept
    from readings join budget on id = source_id
    where finished_at + gap > $1 and (not is_last or extract(epoch from gap) > seconds)
  ), late as (select extract(epoch from at - due_at)::float8 as seconds from begun where at > $1)
  select extract(epoch from app_now() - $1)::float8 as seconds, (select count(*) from late)::int as visits,
    (select count(*) filter (where kept) from due)::int as kept, (select count(*) from due)::int as due,
    (select percentile_cont(0.5) within group (order by seconds) from late) as p50,
    (select percentile_cont(0.99) within group (order by seconds) from late) as p99`;
