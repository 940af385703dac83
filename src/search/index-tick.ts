import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { ArticleIndexer } from './article-indexer.js';

const TICK_MS = 1_000;
const BATCH = 100;

/** Indexes what is queued, in the background: one batch a second while articles wait to be judged, without a pause otherwise. */
@Injectable()
export class IndexTick implements OnModuleDestroy {
  private readonly logger = new Logger(IndexTick.name);
  private underWay: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly indexer: ArticleIndexer,
  ) {}

  @Interval('index', TICK_MS)
  tick(): void {
    this.underWay ??= this.work().finally(() => (this.underWay = null));
  }

  /** Waits for the batch under way. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.underWay;
  }

  private async work(): Promise<void> {
    try {
      while (!this.stopped && (await this.indexer.indexSome(BATCH)) === BATCH && !(await this.isJudgingBusy()))
        continue;
    } catch (error) {
      this.logger.error(`编入资料库索引失败,一秒后重试 · indexing failed, again in 1 s: ${String(error)}`);
    }
  }

  private async isJudgingBusy(): Promise<boolean> {
    const waiting = await this.db.query<unknown[]>('select from article where judged_at is null limit 1');
    return waiting.length > 0;
  }
}
