import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { JobSender } from '../queues/job-sender.js';
import { QUEUES, type VisitJob } from '../queues/queues.js';
import { DirectVisits } from './direct-visits.js';
import { claimDueSources } from './due-sources.js';

const TICK_MS = 500;

/**
 * Finds sources whose next visit has come and makes one job of each; with the queue away they are visited here. Any
 * number of workers may run it side by side.
 */
@Injectable()
export class VisitScheduler {
  private readonly logger = new Logger(VisitScheduler.name);
  private readonly jobs: JobSender<VisitJob>;
  private busy = false;

  constructor(
    private readonly db: DataSource,
    private readonly direct: DirectVisits,
    @InjectQueue(QUEUES.visits) queue: Queue<VisitJob>,
  ) {
    this.jobs = new JobSender(queue);
  }

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
    if (!(await this.jobs.send(ids.map(jobOf)))) this.direct.take(ids);
  }
}

/** While a visit of this source waits, another one for it is not added. */
const jobOf = (sourceId: string) => ({ name: 'visit', data: { sourceId }, opts: { deduplication: { id: sourceId } } });
