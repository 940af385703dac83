import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Beat } from '../../periodic/beat.js';
import { DailyCheck } from './daily-check.js';

const BEAT_MS = 60_000;

/** Asks every minute and at start whether a daily check is missing; the rows decide. */
@Injectable()
export class DailyCheckLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DailyCheckLoop.name);
  private readonly beat: Beat;

  constructor(check: DailyCheck) {
    this.beat = new Beat(
      () => check.beat(),
      (error) =>
        this.logger.error(`每日值班检查失败,一分钟后重试 · daily check failed, again in a minute: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  @Interval('daily-check', BEAT_MS)
  wake(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}
