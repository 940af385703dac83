import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { QUEUES, type VisitJob } from '../queues/queues.js';
import { VisitService } from './visit.service.js';

const TICK_MS = 500;
const MOST_AT_ONCE = 200;
/** A claimed source whose visit never came about (a dead worker, a lost queue) is due again after this. */
const LEASE_SECONDS = 60;

const CLAIM = `
  with claimed as (
    update source set next_visit_at = app_now() + make_interval(secs => $2)
    where id = any(array(
      select id from source where enabled and origin <> 'built_in' and next_visit_at <= app_now()
      order by next_visit_at limit $1 for update skip locked))
    returning id
  ) select id from claimed`;

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
      await this.enqueue(await this.claimDue());
    } catch (error) {
      this.logger.error(`安排采集失败 · scheduling visits failed: ${String(error)}`);
    } finally {
      this.busy = false;
    }
  }

  /** Ids of the sources that are due, each claimed by one worker only. */
  async claimDue(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(CLAIM, [MOST_AT_ONCE, LEASE_SECONDS]);
    return rows.map(({ id }) => id);
  }

  private async enqueue(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    try {
      await this.queue.addBulk(
        ids.map((sourceId) => ({ name: 'visit', data: { sourceId }, opts: { deduplication: { id: sourceId } } })),
      );
    } catch (error) {
      this.logger.warn(`队列不可用，直接采集 · queue unavailable, visiting directly: ${String(error)}`);
      for (const id of ids) await this.visits.visit(id);
    }
  }
}
