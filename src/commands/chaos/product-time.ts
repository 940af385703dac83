import pg from 'pg';

/** How many seconds of product time pass in one real second: leases and back-offs end sooner, the day is shorter. */
export const SPEED = 3;

/** Product time of a run: real time, but faster from one moment on. The database and this process reckon it alike. */
export class ProductTime {
  private constructor(private readonly from: number) {}

  /** Replaces the database's `app_now()`. */
  static async install(url: string): Promise<ProductTime> {
    const time = new ProductTime(Date.now());
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const from = `timestamptz '${new Date(time.from).toISOString()}'`;
      await client.query(
        `create or replace function app_now() returns timestamptz language sql stable as $$
           select date_trunc('milliseconds', ${from} + (now() - ${from}) * ${SPEED}) $$`,
      );
    } finally {
      await client.end();
    }
    return time;
  }

  /** By this process's clock, which is the machine's, as the database's is. */
  now(): Date {
    return new Date(this.from + (Date.now() - this.from) * SPEED);
  }
}
