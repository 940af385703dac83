import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticleAssessor, type ArticleJudgement } from '../assessment/article-assessor.js';
import { AssessmentAway } from '../assessment/assessment-thread.js';
import { carryOfArticles, keepTouched, touchedBy } from '../campaigns/touched.js';
import { isPassingFault } from '../database/passing-faults.js';
import { databaseNow } from '../database/time.js';
import { pinEvidence } from '../ingestion/evidence/keep-evidence.js';
import { reconsiderStarts } from '../incidents/start-facts.js';
import { append, type JournalRow } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { lockStories } from '../stories/story-store.js';
import { keepBacklog } from './backlog.js';
import { judgeArticle } from './judge-article.js';
import { setAside } from './set-aside.js';
import { withCampaigns } from './with-campaigns.js';
import { claimUnjudged, type Judged, markJudged, type UnjudgedArticle } from './unjudged.js';

const BATCH = 50;
/** UTF-16 units of one batch: long texts in a row would outlast what the database lets a transaction be idle, again and again. */
const MOST_TEXT = 100_000;
/** What a batch under way gets at shutdown, ms. */
const GRACE_MS = 3_000;

/**
 * Takes unjudged articles through assessment, stories and incidents, batch by batch. `judged_at is null` is the queue:
 * what a dead worker left is taken by the next one, and nothing is judged twice.
 */
@Injectable()
export class JudgingService implements OnModuleDestroy {
  private readonly logger = new Logger(JudgingService.name);
  private readonly underWay = new Set<Promise<number>>();
  private stopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly assessor: ArticleAssessor,
  ) {}

  /**
   * Judges until nothing is left or the process stops. @returns how many articles were judged
   * @throws when the database is away or busy: the articles stay as they are, and the next sweep finds them
   */
  judgeAll(): Promise<number> {
    const work = this.untilNothingIsLeft().finally(() => this.underWay.delete(work));
    this.underWay.add(work);
    return work;
  }

  /** Waits for the batch under way, not for the rest. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    let late: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => (late = setTimeout(resolve, GRACE_MS)));
    await Promise.race([grace, Promise.allSettled(this.underWay)]);
    clearTimeout(late);
  }

  private async untilNothingIsLeft(): Promise<number> {
    let judged = 0;
    while (!this.stopped) {
      const batch = await this.judgeBatch();
      if (batch === 0) break;
      judged += batch;
    }
    return judged;
  }

  private async judgeBatch(): Promise<number> {
    try {
      return await this.judge(BATCH, null);
    } catch (error) {
      if (passes(error)) throw error;
      this.logger.error(`一批文章研判失败,逐篇重试 · a batch failed, going one by one: ${String(error)}`);
      return this.judgeOneByOne();
    }
  }

  private judge(most: number, id: string | null): Promise<number> {
    return this.db.transaction(async (tx) => {
      const articles = withinReach(await claimUnjudged(tx, most, id));
      const [oldest] = articles;
      if (!oldest) return 0;
      const judgements = await this.assessAll(articles);
      const touched = await touchedBy(tx, articles);
      await lockStories(tx);
      const now = await databaseNow(tx);
      const judged: Judged[] = [];
      const rows: JournalRow[] = [];
      const flagged = new Set<string>();
      for (const [index, article] of articles.entries()) {
        const judgement = judgements[index];
        if (!judgement) continue;
        const campaigns = touched.get(article.id) ?? [];
        const lowered = campaigns.some((campaign) => campaign.lowered);
        const result = await judgeArticle(tx, this.settings, { article, judgement, now, lowered });
        judged.push({
          articleId: article.id,
          judgement: withCampaigns(judgement.explanation, campaigns),
          ...result.placed,
        });
        rows.push(...result.rows);
        if (result.flagged && result.placed.storyId) flagged.add(result.placed.storyId);
      }
      await keepTouched(tx, articles, touched);
      await keepBacklog(tx, oldest.fetchedAt, now, this.blindAfterSeconds);
      await this.finish(tx, judged, rows, flagged);
      return articles.length;
    });
  }

  private async finish(tx: EntityManager, judged: Judged[], rows: JournalRow[], flagged: Set<string>): Promise<void> {
    await markJudged(tx, judged);
    for (const storyId of flagged) await pinEvidence(tx, storyId);
    rows.push(
      ...(await reconsiderStarts(
        tx,
        this.settings.policy,
        judged.map((one) => one.articleId),
      )),
    );
    rows.push(
      ...(await carryOfArticles(
        tx,
        judged.map((one) => one.articleId),
      )),
    );
    await append(tx, rows);
  }

  private get blindAfterSeconds(): number {
    return this.settings.policy.collection.blindAfterSeconds;
  }

  private assessAll(articles: UnjudgedArticle[]): Promise<ArticleJudgement[]> {
    return this.assessor.judgeAll(
      articles.map(({ title, text, publishedAt, fetchedAt, id, tier, statedOccurredAt }) => [
        { title, text, publishedAt: publishedAt ?? fetchedAt },
        ...([id, tier, statedOccurredAt] as const),
      ]),
    );
  }

  private async judgeOneByOne(): Promise<number> {
    const rows = await this.db.query<{ id: string }[]>(
      'select id from article where judged_at is null order by fetched_at limit $1',
      [BATCH],
    );
    for (const { id } of rows) {
      if (this.stopped) break;
      try {
        await this.judge(1, id);
      } catch (error) {
        if (passes(error)) throw error;
        this.logger.error(`文章 ${id} 无法研判,已搁置 · the article was set aside: ${String(error)}`);
        await this.db.transaction((tx) => setAside(tx, id, error, this.blindAfterSeconds));
      }
    }
    return rows.length;
  }
}

/** No article is to blame: it stays as it is until the next sweep. */
function passes(error: unknown): boolean {
  return error instanceof AssessmentAway || isPassingFault(error);
}

/** The first articles, one at least, whose texts are judged in good time; the others are let go of, and taken with the next batch. */
function withinReach(articles: UnjudgedArticle[]): UnjudgedArticle[] {
  let room = MOST_TEXT;
  return articles.filter(({ text }, index) => (room -= text.length) >= 0 || index === 0);
}
