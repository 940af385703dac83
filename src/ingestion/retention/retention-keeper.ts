import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseNow } from '../../database/time.js';
import { Settings } from '../../settings/settings.js';
import { purgeArticles, purgeMergedStories, purgeVisits } from './purge-articles.js';
import { pinFlagged, purgeBlobs, purgeCaptures } from './purge-evidence.js';
import { type Purged, reportPurged } from './purged.js';

const PURGE_EVERY_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 500;

type Batch = (tx: EntityManager, olderThan: Date, most: number) => Promise<Purged[]>;

/**
 * Keeps to `policy.retention`: small batches, each with its report in its own transaction, so that a worker that dies leaves
 * nothing half done. Any number of workers may purge side by side; they pass over each other's rows.
 */
@Injectable()
export class RetentionKeeper implements OnModuleDestroy {
  private readonly logger = new Logger(RetentionKeeper.name);
  private underWay: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Purges all that is due; while one run is under way it is the run. */
  @Interval('retention', PURGE_EVERY_MS)
  purge(): Promise<void> {
    this.underWay ??= this.run()
      .catch((error: unknown) => this.logger.error(`清理失败,稍后再试 · purging failed, again later: ${String(error)}`))
      .finally(() => (this.underWay = null));
    return this.underWay;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.underWay;
  }

  private async run(): Promise<void> {
    const { bodyHours, visitDays, articleDays } = this.settings.policy.retention;
    const now = await databaseNow(this.db.manager);
    const before = (ms: number) => new Date(now.getTime() - ms);
    await pinFlagged(this.db.manager, before(bodyHours * HOUR_MS));
    await this.all(purgeCaptures, before(bodyHours * HOUR_MS));
    await this.all((tx, _, most) => purgeBlobs(tx, most), before(bodyHours * HOUR_MS));
    await this.all(purgeVisits, before(visitDays * DAY_MS));
    await this.all(purgeArticles, before(articleDays * DAY_MS));
    await this.all(purgeMergedStories, before(articleDays * DAY_MS));
  }

  /** Batch after batch until one finds nothing. */
  private async all(batch: Batch, olderThan: Date): Promise<void> {
    for (let rows = BATCH; rows > 0 && !this.stopped;) {
      const purged = await this.db.transaction(async (tx) => {
        const done = await batch(tx, olderThan, BATCH);
        await reportPurged(tx, done, olderThan);
        return done;
      });
      rows = purged[0]?.rows ?? 0;
    }
  }
}
