import { Inject, Injectable, Optional } from '@nestjs/common';
import type { ArticleText } from '../domain/text/article-text.js';
import type { NewArticle } from '../ingestion/article-identity.js';
import { FirstReading } from '../ingestion/first-reading.js';
import { ArticleAssessor } from './article-assessor.js';
import { AssessmentThread } from './assessment-thread.js';
import { judgeOrdinary } from './ordinary-articles.js';

/** Of one question: the judging, which has the right of way, waits for no more than this. */
const LOT = { articles: 50, text: 100_000 };

/** First readings, in a thread where the product is built. */
@Injectable()
export class FirstReader extends FirstReading {
  constructor(
    private readonly assessor: ArticleAssessor,
    @Optional() @Inject(AssessmentThread) private readonly thread?: AssessmentThread | null,
  ) {
    super();
  }

  /** A thread that dies or takes too long leaves the rest to the judging. */
  async of(articles: readonly NewArticle[], fetchedAt: Date): Promise<(string | null)[]> {
    const answers: (string | null)[] = [];
    try {
      for (const lot of lotsOf(articles, fetchedAt)) answers.push(...(await this.lookAt(lot)));
      return answers;
    } catch {
      return articles.map((_, n) => answers[n] ?? null);
    }
  }

  private lookAt(articles: readonly ArticleText[]): Promise<(string | null)[]> {
    return this.thread?.firstLook(articles) ?? Promise.resolve(judgeOrdinary(articles, this.assessor.ready()));
  }
}

function* lotsOf(articles: readonly NewArticle[], fetchedAt: Date): Iterable<ArticleText[]> {
  let lot: ArticleText[] = [];
  let room = LOT.text;
  for (const { title, text, publishedAt } of articles) {
    if (lot.length > 0 && (lot.length === LOT.articles || text.length > room)) {
      yield lot;
      [lot, room] = [[], LOT.text];
    }
    lot.push({ title, text, publishedAt: publishedAt ?? fetchedAt });
    room -= text.length;
  }
  if (lot.length > 0) yield lot;
}
