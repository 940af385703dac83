import pg from 'pg';

/** How late a tick of one second finds what is due, ms: the usual cron that looks into a table. Writes nothing, which a real one would. */
export async function secondTick(databaseUrl: string, due: Date[]): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const waiting = due.map((one) => one.getTime()).sort((a, b) => a - b);
  const late: number[] = [];
  try {
    await new Promise<void>((done) => {
      const timer = setInterval(() => {
        void client
          .query('select 1 from clock_threshold where outcome is null and fire_at <= app_now() limit 1')
          .then(() => {
            const now = Date.now();
            while (waiting[0] !== undefined && waiting[0] <= now) late.push(now - (waiting.shift() ?? now));
            if (waiting.length > 0) return;
            clearInterval(timer);
            done();
          });
      }, 1_000);
    });
    return late;
  } finally {
    await client.end();
  }
}
