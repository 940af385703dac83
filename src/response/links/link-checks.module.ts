import { Injectable, Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { FeedFetcher } from '../../ingestion/fetching/fetch-feed.js';
import { Beat } from '../../periodic/beat.js';
import { Settings } from '../../settings/settings.js';
import { LinkChecks } from './link-checks.js';

const EVERY_MS = 5_000;
/** A page of a release; what is larger is no page. */
const MOST_BYTES = 2 * 1024 * 1024;

@Injectable()
class LinkCheckTick implements OnModuleDestroy {
  private readonly logger = new Logger(LinkCheckTick.name);
  private readonly fetcher = new FeedFetcher({ limits: { mostBytes: MOST_BYTES } });
  private readonly beat: Beat;

  constructor(db: DataSource, settings: Settings) {
    const checks = new LinkChecks(db, settings, this.fetcher);
    this.beat = new Beat(
      () => checks.look(),
      (error) => this.logger.error(`发布链接未能核对,稍后再试 · links were not checked, again soon: ${String(error)}`),
    );
  }

  @Interval('link-checks', EVERY_MS)
  look(): void {
    this.beat.wake();
  }

  async onModuleDestroy(): Promise<void> {
    await this.fetcher.close();
    await this.beat.stop();
  }
}

/** Alive only in worker processes. */
@Module({ providers: [LinkCheckTick] })
export class LinkCheckModule {}
