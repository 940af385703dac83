import { join } from 'node:path';
import type { ArticleText } from '../domain/text/article-text.js';
import type { NewArticle } from '../ingestion/article-identity.js';
import { FirstReading } from '../ingestion/first-reading.js';
import { Thread } from '../ingestion/reading/thread.js';
import type { Settings } from '../settings/settings.js';
import { prepareAssessor } from './assess-article.js';
import { judgeOrdinary } from './ordinary-articles.js';

const FILE = 'assessment/first-reader.worker.js';
const LIMITS = { timeLimitMs: 10_000, heapMb: 512 };

type Answers = (string | null)[];
type Judge = (articles: ArticleText[]) => Promise<Answers>;

/** First readings, in a thread where the product is built: language work holds up no visit. */
export class FirstReader extends FirstReading {
  /** One batch at a time; the next waits for its turn. */
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly judge: Judge,
    readonly close: () => void,
  ) {
    super();
  }

  static of({ rules, built }: Settings): FirstReader {
    if (built !== null) return FirstReader.inThread(new Thread(join(built, FILE), LIMITS, rules));
    const assessor = prepareAssessor(rules);
    return new FirstReader(
      (articles) => Promise.resolve(judgeOrdinary(articles, assessor)),
      () => undefined,
    );
  }

  private static inThread(thread: Thread<ArticleText[], Answers>): FirstReader {
    return new FirstReader(
      (articles) => thread.ask(articles),
      () => thread.close(),
    );
  }

  /** A thread that dies or takes too long leaves the whole batch to the judging. */
  of(articles: readonly NewArticle[], fetchedAt: Date): Promise<Answers> {
    const texts = articles.map(({ title, text, publishedAt }) => ({
      title,
      text,
      publishedAt: publishedAt ?? fetchedAt,
    }));
    const answer = this.turn.then(() => this.judge(texts)).catch(() => articles.map(() => null));
    this.turn = answer;
    return answer;
  }
}
