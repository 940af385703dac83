import { join } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { ArticleText } from '../domain/text/article-text.js';
import { Thread, ThreadFault, type ThreadLimits } from '../ingestion/reading/thread.js';
import type { AssessedArticle, FromAssessor, ToAssessor } from './assessment-messages.js';
import type { CurrentRules } from './current-rules.js';
import { Turns } from './turns.js';

const FILE = 'assessment/assessment.worker.js';
/** For one question, the start of the thread included. Who waits for another one's answer and for its own stays within the patience of the database. */
const LIMITS: ThreadLimits = { timeLimitMs: 6_000, heapMb: 512 };
const HARMLESS: ArticleText = { title: '市公园开放', text: '', publishedAt: null };

/** No article is to blame: the thread is being stopped, or cannot even read a line. Passes, or is for the keeper of the machine. */
export class AssessmentAway extends Error {
  override readonly name = 'AssessmentAway';

  constructor() {
    super('研判线程不可用,文章留待下次 · the thread of assessments is away, the articles wait for the next time');
  }
}

/**
 * Assesses articles off the event loop, in one thread for the whole process: language work holds up no visit and no timer.
 * The judging goes before first looks. A change of the rules begins the thread anew.
 */
export class AssessmentThread implements OnApplicationShutdown {
  private readonly turns = new Turns();
  private thread: Thread<ToAssessor, FromAssessor> | null = null;
  private made: unknown = null;
  private stopped = false;

  /** @param built the built server's folder */
  constructor(
    private readonly built: string,
    private readonly current: CurrentRules,
    private readonly limits = LIMITS,
    private readonly file = FILE,
  ) {}

  /**
   * @throws what an article makes of its assessment, ThreadFault among it; AssessmentAway when that cannot be told of a
   *   single article because the thread does nothing at all
   */
  async assess(articles: readonly ArticleText[]): Promise<AssessedArticle[]> {
    try {
      return await this.assessed(articles);
    } catch (fault) {
      if (fault instanceof ThreadFault && articles.length === 1 && !(await this.works())) throw new AssessmentAway();
      throw fault;
    }
  }

  /** The judgement as JSON of each ordinary article, null for those left to the judging. */
  async firstLook(articles: readonly ArticleText[]): Promise<(string | null)[]> {
    const answer = await this.turns.take('patient', () => this.ask({ firstLook: articles }));
    if (!('firstLook' in answer)) throw new ThreadFault('died');
    return answer.firstLook;
  }

  /** After everything that asks: a batch under way at shutdown is finished. */
  onApplicationShutdown(): void {
    this.stopped = true;
    this.thread?.close();
  }

  private async assessed(articles: readonly ArticleText[]): Promise<AssessedArticle[]> {
    const answer = await this.turns.take('urgent', () => this.ask({ assess: articles }));
    if ('fault' in answer) throw answer.fault;
    if (!('assessed' in answer)) throw new ThreadFault('died');
    return answer.assessed;
  }

  /** Whether the thread, begun anew, reads a line that holds nothing. */
  private works(): Promise<boolean> {
    return this.assessed([HARMLESS]).then(
      () => true,
      () => false,
    );
  }

  private async ask(question: ToAssessor): Promise<FromAssessor> {
    if (this.stopped) throw new AssessmentAway();
    try {
      return await this.ofCurrentRules().ask(question);
    } catch (fault) {
      if (fault instanceof ThreadFault && fault.reason === 'closed') throw new AssessmentAway();
      throw fault;
    }
  }

  private ofCurrentRules(): Thread<ToAssessor, FromAssessor> {
    const { rules } = this.current;
    if (this.thread && this.made === rules) return this.thread;
    this.thread?.close();
    this.made = rules;
    return (this.thread = new Thread(join(this.built, this.file), this.limits, rules));
  }
}
