import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { DatabaseListener } from '../database/listener.js';
import { QUEUES } from '../queues/queues.js';
import { JudgingService } from './judging.service.js';

const SWEEP_MS = 2_000;

/**
 * Nudges the judging queue when articles were stored, and finds what was left over: with the queue down, articles are
 * judged here all the same.
 */
@Injectable()
export class JudgingSweep implements OnApplicationBootstrap {
  private readonly logger = new Logger(JudgingSweep.name);
  private busy = false;

  constructor(
    private readonly db: DataSource,
    private readonly listener: DatabaseListener,
    private readonly judging: JudgingService,
    @InjectQueue(QUEUES.judging) private readonly queue: Queue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.on('articles', () => void this.nudge());
  }

  @Interval('judging', SWEEP_MS)
  async nudge(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const [left] = await this.db.query<unknown[]>('select 1 from article where judged_at is null limit 1');
      if (left) await this.addJob();
    } catch (error) {
      this.logger.error(`研判巡检失败 · judging sweep failed: ${String(error)}`);
    } finally {
      this.busy = false;
    }
  }

  private async addJob(): Promise<void> {
    try {
      await this.queue.add('judge', {}, { deduplication: { id: 'judge', keepLastIfActive: true } });
    } catch (error) {
      this.logger.warn(`队列不可用,直接研判 · queue unavailable, judging directly: ${String(error)}`);
      await this.judging.judgeAll();
    }
  }
}
