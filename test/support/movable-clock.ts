import pg from 'pg';

/** Moves the database's business time: `app_now()` becomes real time plus an offset kept in a row. */
export class MovableClock {
  private constructor(private readonly url: string) {}

  static async install(url: string): Promise<MovableClock> {
    const clock = new MovableClock(url);
    await clock.run(`
      create table if not exists test_clock (one boolean primary key default true, ahead interval not null);
      insert into test_clock values (true, '0') on conflict do nothing;
      grant select on test_clock to huiying_app;
      create or replace function app_now() returns timestamptz language sql stable as $$
        select date_trunc('milliseconds', now() + (select ahead from public.test_clock))
      $$;
    `);
    return clock;
  }

  /** Moves time on by so much. */
  async forward(span: { hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    const seconds = (span.hours ?? 0) * 3_600 + (span.minutes ?? 0) * 60 + (span.seconds ?? 0);
    await this.run('update test_clock set ahead = ahead + make_interval(secs => $1)', [seconds]);
  }

  /** Sets the time to an instant, from which it goes on. */
  async travelTo(instant: string): Promise<void> {
    await this.run('update test_clock set ahead = $1::timestamptz - now()', [instant]);
  }

  /** Sets the clock back, as somebody does who finds it wrong. */
  back({ hours }: { hours: number }): Promise<void> {
    return this.forward({ hours: -hours });
  }

  /** Time stands still at an instant, for what is decided by a millisecond; it does not go on again. */
  async standsStillAt(instant: Date): Promise<void> {
    await this.run(
      `create or replace function app_now() returns timestamptz language sql stable as $$
         select timestamptz '${instant.toISOString()}' $$`,
    );
  }

  async now(): Promise<Date> {
    const rows = await this.run('select app_now() as now');
    return (rows[0] as { now: Date }).now;
  }

  private async run(sql: string, parameters?: unknown[]): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      const result: { rows: unknown } = await client.query(sql, parameters);
      return result.rows as unknown[];
    } finally {
      await client.end();
    }
  }
}
