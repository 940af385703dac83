import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Beat } from '../../periodic/beat.js';
import { Auditor } from './auditor.js';

const BEAT_MS = 10_000;

/** Asks every few seconds whether it is time for an audit; the rows decide. */
@Injectable()
export class AuditLoop implements OnModuleDestroy {
  private readonly logger = new Logger(AuditLoop.name);
  private readonly beat: Beat;

  constructor(auditor: Auditor) {
    this.beat = new Beat(
      () => auditor.beat(),
      (error) => this.logger.error(`系统核查失败,稍后重试 · the audit failed, again soon: ${String(error)}`),
    );
  }

  @Interval('audit', BEAT_MS)
  wake(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}
