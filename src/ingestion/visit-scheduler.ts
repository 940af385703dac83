import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { QUEUES, type VisitJob } from '../queues/queues.js';
import { claimDueSources } from './due-sources.js';
import { VisitService } from './visit.service.js';

const TICK_MS = 500;

/** Finds sources whose next visit has come and makes one job of each. Any number of workers may run it side by side. */
@Injectable()
export class VisitScheduler {
  private readonly logger = new Logger(VisitScheduler.name);
  private busy = false;

  constructor(
    private readonly db: DataSource,
    private readonly visits: VisitService,
    @InjectQueue(QUEUES.visits) private readonly queue: Queue<VisitJob>,
  ) {}

  @Interval('visits', TICK_MS)
  async tick(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.enqueue(await claimDueSources(this.db.manager));
    } catch (error) {
      this.logger.error(`安排采集失败 · scheduling visits failed: ${String(error)}`);
    } finally {
      this.busy = false;
    }
  }

  private async enqueue(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    try {
      await this.queue.addBulk(ids.map(jobOf));
    } catch (error) {
      this.logger.warn(`队列不可用，直接采集 · queue unavailable, visiting directly: ${String(error)}`);
      for (const id of ids) await this.visits.visit(id);
    }
  }
}

/** While a visit of this source waits, another one for it is not added. */
const jobOf = (sourceId: string) => ({ name: 'visit', data: { sourceId }, opts: { deduplication: { id: sourceId } } });
