import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DailyCheck } from './daily-check.js';

const BEAT_MS = 60_000;

/** Asks every minute and at start whether a daily check is missing; the rows decide. */
@Injectable()
export class DailyCheckLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DailyCheckLoop.name);
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly check: DailyCheck) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  @Interval('daily-check', BEAT_MS)
  wake(): void {
    if (!this.stopped) this.running ??= this.beat().finally(() => (this.running = null));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async beat(): Promise<void> {
    try {
      await this.check.beat();
    } catch (error) {
      this.logger.error(`每日值班检查失败,一分钟后重试 · daily check failed, again in a minute: ${String(error)}`);
    }
  }
}
