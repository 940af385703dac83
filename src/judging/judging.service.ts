import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticleAssessor } from '../assessment/article-assessor.js';
import { databaseNow } from '../database/time.js';
import { append, type JournalRow } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { lockStories } from '../stories/story-store.js';
import { judgeArticle } from './judge-article.js';
import { claimUnjudged, type Judged, markJudged, pinEvidence, setAside, type UnjudgedArticle } from './unjudged.js';

const BATCH = 50;

/**
 * Takes unjudged articles through assessment, stories and incidents, batch by batch. `judged_at is null` is the queue:
 * what a dead worker left is taken by the next one, and nothing is judged twice.
 */
@Injectable()
export class JudgingService {
  private readonly logger = new Logger(JudgingService.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly assessor: ArticleAssessor,
  ) {}

  /** Judges until nothing is left. @returns how many articles were judged */
  async judgeAll(): Promise<number> {
    let judged = 0;
    for (;;) {
      const batch = await this.judgeBatch();
      judged += batch;
      if (batch === 0) return judged;
    }
  }

  private async judgeBatch(): Promise<number> {
    try {
      return await this.judge(BATCH, null);
    } catch (error) {
      this.logger.error(`一批文章研判失败,逐篇重试 · a batch failed, going one by one: ${String(error)}`);
      return this.judgeOneByOne();
    }
  }

  private judge(most: number, id: string | null): Promise<number> {
    return this.db.transaction(async (tx) => {
      const articles = await claimUnjudged(tx, most, id);
      if (articles.length === 0) return 0;
      const judgements = articles.map((article) => this.assess(article));
      await lockStories(tx);
      const now = await databaseNow(tx);
      const judged: Judged[] = [];
      const rows: JournalRow[] = [];
      const flagged = new Set<string>();
      for (const [index, article] of articles.entries()) {
        const judgement = judgements[index];
        if (!judgement) continue;
        const result = await judgeArticle(tx, this.settings, { article, judgement, now });
        judged.push({ articleId: article.id, judgement: judgement.explanation, storyId: result.storyId });
        rows.push(...result.rows);
        if (result.flagged && result.storyId) flagged.add(result.storyId);
      }
      await this.finish(tx, judged, rows, flagged);
      return articles.length;
    });
  }

  private async finish(tx: EntityManager, judged: Judged[], rows: JournalRow[], flagged: Set<string>): Promise<void> {
    await markJudged(tx, judged);
    for (const storyId of flagged) await pinEvidence(tx, storyId);
    await append(tx, rows);
  }

  private assess(article: UnjudgedArticle) {
    return this.assessor.judge(
      { title: article.title, text: article.text, publishedAt: article.publishedAt ?? article.fetchedAt },
      article.id,
      article.tier,
      article.statedOccurredAt,
    );
  }

  private async judgeOneByOne(): Promise<number> {
    const rows = await this.db.query<{ id: string }[]>(
      'select id from article where judged_at is null order by fetched_at limit $1',
      [BATCH],
    );
    for (const { id } of rows) {
      try {
        await this.judge(1, id);
      } catch (error) {
        this.logger.error(`文章 ${id} 无法研判,已搁置 · the article was set aside: ${String(error)}`);
        await this.db.transaction((tx) => setAside(tx, id, String(error)));
      }
    }
    return rows.length;
  }
}
