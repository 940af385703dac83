import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { JobSender } from '../../queues/job-sender.js';
import { QUEUES, type VisitJob } from '../../queues/queues.js';
import { Settings } from '../../settings/settings.js';
import { DirectVisits } from './direct-visits.js';
import { giveUpLapsed } from './lapsed-visits.js';
import { claimDueVisits } from './visit-claims.js';
import { VisitSlots } from './visit-slots.js';

const TICK_MS = 500;
/** While there was something to do, it looks again so soon after a visit has ended. */
const SOON_MS = 20;
/** After a promise that nobody kept the queue is not relied on for so long, ms of real time: it may take jobs and hand none out. */
const DOUBT_MS = 60_000;

/**
 * Finds sources whose next visit has come and makes one job of each, no more than this process has room for; with the queue
 * away, or in doubt, they are visited here. It looks at every tick, and as soon as a host is free for which another source waits. Any number
 * of workers may run it side by side.
 */
@Injectable()
export class VisitScheduler implements OnModuleDestroy {
  private readonly logger = new Logger(VisitScheduler.name);
  private readonly jobs: JobSender<VisitJob>;
  private readonly wakings = new Set<NodeJS.Timeout>();
  private looking = false;
  private again = false;
  private wasBusy = false;
  private soon = false;
  private closed = false;
  /** Monotonic. */
  private doubtUntil = 0;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly slots: VisitSlots,
    private readonly direct: DirectVisits,
    @InjectQueue(QUEUES.visits) queue: Queue<VisitJob>,
  ) {
    this.jobs = new JobSender(queue);
    slots.onEnd(({ hostWaits }) => this.visitEnded(hostWaits));
  }

  @Interval('visits', TICK_MS)
  async tick(): Promise<void> {
    await this.attempt(() => this.giveUp());
    await this.look();
  }

  onModuleDestroy(): void {
    this.closed = true;
    this.wakings.forEach((waking) => clearTimeout(waking));
  }

  private visitEnded(hostWaits: boolean): void {
    if (hostWaits) this.wakeIn(this.settings.policy.collection.hostGapSeconds * 1000);
    if (!this.wasBusy || this.soon) return;
    this.soon = true;
    this.wakeIn(SOON_MS);
  }

  private wakeIn(ms: number): void {
    if (this.closed) return;
    const waking = setTimeout(() => {
      this.wakings.delete(waking);
      void this.look();
    }, ms);
    this.wakings.add(waking.unref());
  }

  /** One look at a time; what would come meanwhile comes right after it. */
  private async look(): Promise<void> {
    this.again = true;
    if (this.looking) return;
    this.looking = true;
    while (this.again && !this.closed) {
      this.again = this.soon = false;
      await this.attempt(() => this.promise());
    }
    this.looking = false;
  }

  private async giveUp(): Promise<void> {
    if ((await giveUpLapsed(this.db)) > 0) this.doubtUntil = performance.now() + DOUBT_MS;
  }

  private async promise(): Promise<void> {
    const jobs = await claimDueVisits(this.db.manager, this.settings.policy.collection, this.slots.free);
    this.wasBusy = jobs.length > 0 || this.slots.free === 0;
    if (jobs.length > 0 && !(await this.queued(jobs))) this.direct.take(jobs);
  }

  private async queued(jobs: VisitJob[]): Promise<boolean> {
    return performance.now() >= this.doubtUntil && this.jobs.send(jobs.map((data) => ({ name: 'visit', data })));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      if (!this.closed) await work();
    } catch (error) {
      this.logger.error(`安排采集失败 · scheduling visits failed: ${String(error)}`);
    }
  }
}
