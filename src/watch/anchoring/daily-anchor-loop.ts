import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Beat } from '../../periodic/beat.js';
import { DailyAnchor } from './daily-anchor.js';

const BEAT_MS = 60_000;

/** Asks every minute and at start whether a day has no anchor or an anchor no file; the rows decide. */
@Injectable()
export class DailyAnchorLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DailyAnchorLoop.name);
  private readonly beat: Beat;

  constructor(anchor: DailyAnchor) {
    this.beat = new Beat(
      () => anchor.beat(),
      (error) =>
        this.logger.error(`每日存证失败,一分钟后重试 · daily anchor failed, again in a minute: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  @Interval('daily-anchor', BEAT_MS)
  wake(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}
