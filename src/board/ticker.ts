import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { briefly, readCalm } from '../calm/read-calm.js';
import type { BoardTick } from '../contract/board.js';
import type { Policy } from '../domain/clocks/policy.js';
import { Settings } from '../settings/settings.js';
import { standingFindings } from './standing-findings.js';

const TICK_MS = 5_000;
const SWEEP_LATE_S = 10;

/**
 * Every 5 s: server time, journal position, whether we see and whether the deadline engine runs. A tick that cannot be
 * made is not sent: a screen without ticks for 15 s says so itself.
 */
@Injectable()
export class Ticker {
  private readonly logger = new Logger(Ticker.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  start(seq: () => number, send: (tick: BoardTick) => void, afterwards: () => Promise<void>): void {
    this.timer = setInterval(() => {
      this.running ??= this.tick(seq, send, afterwards).finally(() => (this.running = null));
    }, TICK_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async tick(
    seq: () => number,
    send: (tick: BoardTick) => void,
    afterwards: () => Promise<void>,
  ): Promise<void> {
    try {
      const tick = await tickNow(this.db.manager, this.settings.policy, seq());
      if (!tick) return;
      send(tick);
      await afterwards();
    } catch (error) {
      this.logger.error(`心跳未发出 · tick not sent: ${String(error)}`);
    }
  }
}

interface SweepRow {
  now: Date;
  late: boolean;
  suspect: Date | null;
}

/** What a tick says now; null while the database has no row of the deadline engine. */
export async function tickNow(db: EntityManager, policy: Policy, seq: number): Promise<BoardTick | null> {
  const [row] = await db.query<SweepRow[]>(
    `select app_now() as now, last_at < app_now() - make_interval(secs => $1) as late, clock_suspect_since as suspect
     from sweep`,
    [SWEEP_LATE_S],
  );
  if (!row) return null;
  return {
    now: row.now.toISOString(),
    seq,
    calm: briefly(await readCalm(db, policy)),
    sweepLate: row.late,
    clockSuspectSince: row.suspect?.toISOString() ?? null,
    findings: await standingFindings(db),
  };
}
