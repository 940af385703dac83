import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ArticleAssessor } from '../../assessment/article-assessor.js';
import { isPassingFault } from '../../database/passing-faults.js';
import { type OwnArticle, ownArticlesToWeigh, readOwnArticles } from './own-articles.js';
import { proposeOwnRelease } from './propose-own.js';

/**
 * Own channels (R6): each article of them is held against the open cases, and each new case against the articles of the window: the
 * office may publish before the case is opened here. Any number may work side by side: a pair is proposed once.
 */
@Injectable()
export class OwnReleases {
  private readonly logger = new Logger(OwnReleases.name);

  constructor(
    private readonly db: DataSource,
    private readonly assessor: ArticleAssessor,
  ) {}

  /** @returns how many proposals were made */
  async weigh(): Promise<number> {
    while ((await readOwnArticles(this.db, this.assessor, (words) => this.logger.error(words))) > 0) continue;
    const cases = await this.newCases();
    let made = 0;
    for (const article of await ownArticlesToWeigh(this.db.manager, cases.length > 0)) {
      made += await this.proposeOrPutAside(article);
    }
    // One by one: a merger that holds two of them waits for none of the others.
    for (const id of cases) await this.db.query('update incident set own_weighed = true where id = $1', [id]);
    return made;
  }

  /** One that fails waits for the next new case; the others go on. */
  private async proposeOrPutAside(article: OwnArticle): Promise<number> {
    try {
      return await this.db.transaction((tx) => proposeOwnRelease(tx, article));
    } catch (error) {
      if (isPassingFault(error)) throw error;
      this.logger.error(
        `本局文章 ${article.id} 无法比对,请人工登记 · an article of our own cannot be compared, record it by hand: ${String(error)}`,
      );
      await this.db.query('update own_article set weighed_at = app_now() where article_id = $1', [article.id]);
      return 0;
    }
  }

  /** Cases that no article has been held against yet. */
  private async newCases(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `select id from incident where not own_weighed and channel = 'live'`,
    );
    return rows.map((row) => row.id);
  }
}
