import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Beat } from '../../periodic/beat.js';
import { Settings } from '../../settings/settings.js';
import { Operators } from '../operators/operators.js';
import { CanaryWatch } from './canary-watch.js';
import { periodMs } from './canary-period.js';
import { databaseWords } from './canary-words.js';
import { Outage } from './outage.js';

const BEAT_MS = 2_000;

/** When the self-check is looked after. A database that stays away is told too: nothing else could tell it. */
@Injectable()
export class CanaryLoop implements OnModuleDestroy {
  private readonly logger = new Logger(CanaryLoop.name);
  private readonly outage: Outage;
  private readonly beat = new Beat(
    () => this.turn(),
    (error) => this.failed(error),
  );

  constructor(
    private readonly watch: CanaryWatch,
    private readonly operators: Operators,
    settings: Settings,
  ) {
    this.outage = new Outage(periodMs(settings.policy));
  }

  @Interval('canary', BEAT_MS)
  wake(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }

  private async turn(): Promise<void> {
    await this.watch.beat();
    this.outage.success();
  }

  private async failed(error: unknown): Promise<void> {
    this.logger.error(`自检未能进行,两秒后重试 · self-check failed, again in 2 s: ${String(error)}`);
    const seconds = this.outage.failure(performance.now());
    if (seconds !== null) await this.operators.tell(databaseWords(seconds), `canary-database:${Date.now()}`);
  }
}
