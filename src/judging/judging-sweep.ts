import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { databaseNow } from '../database/time.js';
import { DatabaseListener } from '../database/listener.js';
import { JobSender } from '../queues/job-sender.js';
import { QUEUES } from '../queues/queues.js';
import { dropPassedKeys } from '../stories/held-keys.js';
import { JudgingService } from './judging.service.js';

const SWEEP_MS = 2_000;
const HOUR_MS = 3_600_000;
/** An article that has waited longer was forgotten by the queue: its job is held by a dead worker, or lost. */
const LONGEST_WAIT_S = 5;
const NUDGE = { name: 'judge', data: {}, opts: { deduplication: { id: 'judge', keepLastIfActive: true } } };

/**
 * Nudges the judging queue when articles were stored, and finds what was left over: with the queue away or its job held
 * by a dead worker, articles are judged here all the same. Two who judge at once skip each other's articles.
 */
@Injectable()
export class JudgingSweep implements OnApplicationBootstrap {
  private readonly logger = new Logger(JudgingSweep.name);
  private readonly jobs: JobSender<object>;
  private busy = false;
  private again = false;

  constructor(
    private readonly db: DataSource,
    private readonly listener: DatabaseListener,
    private readonly judging: JudgingService,
    @InjectQueue(QUEUES.judging) queue: Queue<object>,
  ) {
    this.jobs = new JobSender(queue);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.on('articles', () => void this.nudge());
  }

  /** What is stored while it looks has come too late for that look: it looks again. */
  @Interval('judging', SWEEP_MS)
  async nudge(): Promise<void> {
    this.again = true;
    if (this.busy) return;
    this.busy = true;
    while (this.again) {
      this.again = false;
      await this.look();
    }
    this.busy = false;
  }

  /** Keys that the window of stories has passed: their rows are the only trace, and grow else. */
  @Interval('story-keys', HOUR_MS)
  async dropKeys(): Promise<void> {
    try {
      await dropPassedKeys(this.db, await databaseNow(this.db.manager));
    } catch (error) {
      this.logger.error(
        `过期检索键未能清除,一小时后重试 · passed keys were not dropped, again in 1 h: ${String(error)}`,
      );
    }
  }

  private async look(): Promise<void> {
    try {
      const waited = await this.longestWait();
      if (waited === null) return;
      const queued = waited <= LONGEST_WAIT_S && (await this.jobs.send([NUDGE]));
      if (!queued) await this.judging.judgeAll();
    } catch (error) {
      this.logger.error(`研判巡检失败,两秒后重试 · judging sweep failed, again in 2 s: ${String(error)}`);
    }
  }

  /** Seconds that the oldest unjudged article has waited; null when there is none. */
  private async longestWait(): Promise<number | null> {
    const [oldest] = await this.db.query<{ waited: string }[]>(
      `select extract(epoch from app_now() - fetched_at) as waited from article
       where judged_at is null order by fetched_at limit 1`,
    );
    return oldest ? Number(oldest.waited) : null;
  }
}
