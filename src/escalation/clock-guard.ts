import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { append } from '../journal/append.js';
import { type ClockReading, ClockWatch } from './clock-watch.js';

/**
 * Notices when the database's clock jumps: its real time is compared with the last one plus the monotonic time gone.
 * A jump over 30 s is journalled and shown on the board until ten minutes have passed without another; what is due stays
 * the database's decision.
 */
@Injectable()
export class ClockGuard {
  private readonly logger = new Logger(ClockGuard.name);
  private readonly watch = new ClockWatch();

  constructor(private readonly db: DataSource) {}

  /**
   * @param given the clocks as somebody else read them; they are read now when left out
   * @returns the jump in ms, 0 when there was none
   */
  async check(given?: ClockReading): Promise<number> {
    const { jumpMs, quiet } = this.watch.note(given ?? (await this.read()));
    if (jumpMs !== 0) await this.report(jumpMs);
    else if (quiet) await this.clear();
    return jumpMs;
  }

  private async read(): Promise<ClockReading> {
    const [row] = await this.db.query<{ now: Date }[]>('select clock_timestamp() as now');
    return { database: row?.now.getTime() ?? 0, monotonic: performance.now() };
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

  private async clear(): Promise<void> {
    await this.db.query(
      'update sweep set clock_suspect_since = null, clock_jump_ms = null where clock_suspect_since is not null',
    );
  }
}
