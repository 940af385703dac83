import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DatabaseListener } from '../database/listener.js';
import { ClockGuard } from './clock-guard.js';
import { Sweeper } from './sweeper.js';

const SAFETY_MS = 1_000;

/**
 * When to sweep: at the next due moment, at once when a NOTIFY says that thresholds were written, and every second
 * whatever happens. Each of them is a hint; what is due is decided by the rows alone.
 */
@Injectable()
export class SweepLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SweepLoop.name);
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private alarm: NodeJS.Timeout | null = null;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly guard: ClockGuard,
    private readonly listener: DatabaseListener,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.on('thresholds', () => this.wake());
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.alarm) clearTimeout(this.alarm);
    await this.running;
  }

  @Interval('sweep', SAFETY_MS)
  wake(): void {
    if (this.stopped) return;
    if (this.running) this.again = true;
    else this.running = this.run().finally(() => (this.running = null));
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      try {
        await this.guard.check();
        await this.sweeper.sweep();
        this.setAlarm(await this.sweeper.untilNext());
      } catch (error) {
        this.logger.error(`巡检失败,一秒内重试 · sweep failed, again within a second: ${String(error)}`);
      }
    } while (this.again && !this.stopped);
  }

  /** Sleeps until the next moment; beyond a second the safety tick looks anyway. */
  private setAlarm(ms: number | null): void {
    if (this.alarm) clearTimeout(this.alarm);
    this.alarm = ms !== null && ms < SAFETY_MS && !this.stopped ? setTimeout(() => this.wake(), ms) : null;
  }
}
