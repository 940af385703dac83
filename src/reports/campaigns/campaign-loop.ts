import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Beat } from '../../periodic/beat.js';
import { CampaignDays } from './campaign-days.js';

const BEAT_MS = 60_000;

/** Asks every minute and at start what campaigns have come to; the rows decide. */
@Injectable()
export class CampaignLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CampaignLoop.name);
  private readonly beat: Beat;

  constructor(days: CampaignDays) {
    this.beat = new Beat(
      () => days.beat(),
      (error) =>
        this.logger.error(`专项日报失败,一分钟后重试 · campaign digests failed, again in a minute: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  @Interval('campaign-days', BEAT_MS)
  wake(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}
