import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { VisitJob } from '../../queues/queues.js';
import { AT_ONCE, VisitSlots } from './visit-slots.js';

/** Visits made by this process itself while the queue is away: a few at a time. */
@Injectable()
export class DirectVisits implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(DirectVisits.name);
  private waiting: VisitJob[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly slots: VisitSlots) {}

  /** Takes the promised visits on and returns at once. */
  take(jobs: VisitJob[]): void {
    this.waiting.push(...jobs);
    this.fill();
  }

  /** What waits is due again when its promise has run out. */
  onModuleDestroy(): void {
    this.waiting = [];
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private fill(): void {
    while (this.underWay.size < AT_ONCE) {
      const job = this.waiting.shift();
      if (!job) return;
      const visit: Promise<void> = this.visit(job).finally(() => {
        this.underWay.delete(visit);
        this.fill();
      });
      this.underWay.add(visit);
    }
  }

  private async visit(job: VisitJob): Promise<void> {
    try {
      await this.slots.visit(job);
    } catch (error) {
      this.logger.warn(`采集 ${job.sourceId} 未完成,稍后再试 · visit not finished, again later: ${String(error)}`);
    }
  }
}
