import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseNow } from '../database/time.js';
import { Settings } from '../settings/settings.js';
import { storeArticles, unknownOf } from './article-store.js';
import { type Brought, storeWhatCanBe } from './careful-store.js';
import { keepBody } from './evidence.js';
import { FeedFetcher } from './fetching/fetch-feed.js';
import type { FetchOutcome } from './fetching/fetch-outcome.js';
import { BodyReader } from './reading/body-reader.js';
import { recordVisit, sourceToVisit, type VisitedSource, type VisitResult } from './visit-record.js';
import { gapSeconds } from './visit-schedule.js';

/** What one visit has learned before it is written down. */
type Learned = Omit<VisitResult, 'newItems' | 'gapSeconds'> & {
  retryAfterMs?: number | undefined;
  brought?: Brought;
};

/** One visit of one source: fetch, decode, read, store each article once, schedule the next visit. */
@Injectable()
export class VisitService {
  private readonly logger = new Logger(VisitService.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly fetcher: FeedFetcher,
    private readonly reader: BodyReader,
  ) {}

  /**
   * Nothing the source does makes it throw: every attempt ends as a visit row, one that could not be stored too. One that we break off ourselves by stopping
   * leaves none; the source is due again when its claim has run out.
   * @returns how many articles were new
   */
  async visit(sourceId: string): Promise<number> {
    const source = await sourceToVisit(this.db.manager, sourceId);
    if (!source) return 0;
    const startedAt = await databaseNow(this.db.manager);
    const outcome = await this.fetcher.fetch(source);
    if (this.fetcher.isClosed) return 0;
    const learned = await this.learn(source, outcome, startedAt);
    if (this.fetcher.isClosed && !learned.ok) return 0;
    return this.record(source, startedAt, learned);
  }

  private async learn(source: VisitedSource, outcome: FetchOutcome, now: Date): Promise<Learned> {
    const { etag, lastModified } = source;
    const nothing = { items: 0, warnings: [], etag, lastModified };
    if (outcome.outcome === 'not_modified') return { ...nothing, outcome: 'not_modified', ok: true, detail: null };
    if (outcome.outcome !== 'ok') return { ...nothing, ...outcome, ok: false };
    const { body: bytes, headers, url } = outcome;
    const reading = await this.reader.read({ bytes, contentType: headers['content-type'], url }, now);
    const forgotten = { etag: null, lastModified: null };
    if (reading.outcome !== 'ok') return { ...nothing, ...forgotten, ...reading, ok: false };
    // What was cut off on its way must come whole the next time: its tag would only bring `not modified`.
    const tag = reading.whole ? { etag: outcome.etag, lastModified: outcome.lastModified } : forgotten;
    const { items, warnings, articles } = reading;
    return { outcome: 'ok', ok: true, detail: null, items, warnings, ...tag, brought: { fetched: outcome, articles } };
  }

  private async record(source: VisitedSource, startedAt: Date, learned: Learned): Promise<number> {
    try {
      return await this.db.transaction((tx) => this.store(tx, source, startedAt, learned));
    } catch (error) {
      this.logger.error(`入库失败,逐条重试 · ${source.id} could not be stored, going one by one: ${String(error)}`);
      return this.storeOneByOne(source, startedAt, learned, error);
    }
  }

  private async store(tx: EntityManager, source: VisitedSource, startedAt: Date, learned: Learned): Promise<number> {
    const { brought } = learned;
    const articles = brought ? await unknownOf(tx, source.id, brought.articles) : [];
    const bodyId = brought && articles.length > 0 ? await keepBody(tx, source.id, brought.fetched, startedAt) : null;
    const newItems = await storeArticles(tx, source.id, bodyId, articles);
    await recordVisit(tx, source.id, startedAt, this.resultOf(source, learned, newItems));
    return newItems;
  }

  /** What can be stored is; the visit counts as failed, so that the source is asked again for the rest. */
  private async storeOneByOne(source: VisitedSource, at: Date, learned: Learned, fault: unknown): Promise<number> {
    const { brought } = learned;
    const newItems = brought ? await storeWhatCanBe(this.db, source.id, brought, at) : 0;
    const failed = {
      outcome: 'store_failed',
      ok: false,
      detail: `有内容无法入库 · not all could be stored: ${String(fault)}`,
    };
    const forgotten = { etag: null, lastModified: null };
    const result = this.resultOf(source, { ...learned, ...failed, ...forgotten }, newItems);
    await recordVisit(this.db.manager, source.id, at, result);
    return newItems;
  }

  private resultOf(source: VisitedSource, learned: Learned, newItems: number): VisitResult {
    const failures = learned.ok ? 0 : source.failures + 1;
    const { retryAfterMs } = learned;
    const gap = gapSeconds(this.settings.policy, source.tier, { failures, retryAfterMs, chance: Math.random() });
    return { ...learned, newItems, gapSeconds: gap };
  }
}
