import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BoardTick } from '../contract/board.js';
import { Settings } from '../settings/settings.js';
import { calmNow } from './calm.js';

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
      const [row] = await this.db.query<{ now: Date; late: boolean }[]>(
        `select app_now() as now, last_at < app_now() - make_interval(secs => $1) as late from sweep`,
        [SWEEP_LATE_S],
      );
      if (!row) return;
      const calm = await calmNow(this.db.manager, this.settings.policy);
      send({ now: row.now.toISOString(), seq: seq(), calm, sweepLate: row.late });
      await afterwards();
    } catch (error) {
      this.logger.error(`心跳未发出 · tick not sent: ${String(error)}`);
    }
  }
}
