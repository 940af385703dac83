import pg from 'pg';

/**
 * When committed alerts can be seen by somebody else: woken by NOTIFY, which PostgreSQL sends at commit, and timed after
 * the row was read, so that every figure is rather too large than too small.
 */
export class CommittedAlerts {
  private readonly seen = new Map<string, number>();
  private reading: Promise<void> | null = null;
  private again = false;

  private constructor(private readonly client: pg.Client) {}

  static async watch(url: string): Promise<CommittedAlerts> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const alerts = new CommittedAlerts(client);
    client.on('notification', () => alerts.look());
    await client.query('listen journal');
    return alerts;
  }

  /**
   * Resolves when so many alerts of measured thresholds were seen, or the time is up.
   * @returns how late each was, ms after its due instant by the clock of this machine
   */
  async lateness(many: number, until: number): Promise<number[]> {
    while (this.seen.size < many && Date.now() < until) await new Promise((wake) => setTimeout(wake, 100));
    const late = [...this.seen.values()];
    this.seen.clear();
    return late;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private look(): void {
    if (this.reading) this.again = true;
    else this.reading = this.read().finally(() => (this.reading = null));
  }

  private async read(): Promise<void> {
    do {
      this.again = false;
      const { rows } = await this.client.query<{ id: string; due_at: Date }>(
        `select id, due_at from deadline_alert where key = 'measured' and detected_at > app_now() - interval '2 seconds'`,
      );
      const now = Date.now();
      for (const { id, due_at } of rows) if (!this.seen.has(id)) this.seen.set(id, now - due_at.getTime());
    } while (this.again);
  }
}
