import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { append } from '../journal/append.js';

const JUMP_MS = 30_000;

/**
 * Notices when the database's clock jumps: its real time is compared with the last one plus the monotonic time gone.
 * A jump over 30 s is journalled and shown on the board; what is due stays the database's decision.
 */
@Injectable()
export class ClockGuard {
  private readonly logger = new Logger(ClockGuard.name);
  private last: { database: number; monotonic: number } | null = null;

  constructor(private readonly db: DataSource) {}

  /** @returns the jump in ms, 0 when there was none */
  async check(): Promise<number> {
    const [row] = await this.db.query<{ now: Date }[]>('select clock_timestamp() as now');
    const seen = { database: row?.now.getTime() ?? 0, monotonic: performance.now() };
    const before = this.last;
    this.last = seen;
    if (!before) return 0;
    const jump = Math.round(seen.database - before.database - (seen.monotonic - before.monotonic));
    if (Math.abs(jump) <= JUMP_MS) return 0;
    await this.report(jump);
    return jump;
  }

  private async report(jumpMs: number): Promise<void> {
    this.logger.error(`数据库时钟跳变 ${jumpMs} 毫秒 · the database clock jumped`);
    await this.db.transaction(async (tx) => {
      await tx.query('update sweep set clock_suspect_since = app_now(), clock_jump_ms = $1', [jumpMs]);
      await append(tx, [
        { kind: 'system.clock_suspect', incidentId: null, actor: 'system:escalation', data: { jumpMs } },
      ]);
    });
  }
}
