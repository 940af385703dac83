import { type TransferListItem, Worker } from 'node:worker_threads';

export interface ThreadLimits {
  /** For one answer; the thread is ended when it has not come by then. */
  timeLimitMs: number;
  heapMb: number;
}

/** Why a thread gave no answer. */
export class ThreadFault extends Error {
  override readonly name = 'ThreadFault';

  constructor(readonly reason: 'time' | 'memory' | 'died' | 'closed') {
    super(`thread: ${reason}`);
  }
}

interface Question<A> {
  answered: (answer: A) => void;
  failed: (fault: ThreadFault) => void;
  alarm: NodeJS.Timeout;
}

/**
 * A thread that lives on from question to question, one at a time. It is started with the first question, and again with the
 * next one after it died, ran out of memory or had to be ended. It does not keep the process alive.
 */
export class Thread<Q, A> {
  private worker: Worker | null = null;
  private question: Question<A> | null = null;

  constructor(
    private readonly file: string,
    private readonly limits: ThreadLimits,
    /** What the thread holds from its start. */
    private readonly workerData?: unknown,
  ) {}

  /**
   * @param transfer what changes its owner instead of being copied
   * @throws ThreadFault
   */
  ask(message: Q, transfer: TransferListItem[] = []): Promise<A> {
    return new Promise((answered, failed) => {
      const alarm = setTimeout(() => this.end('time'), this.limits.timeLimitMs);
      this.question = { answered, failed, alarm };
      this.worker ??= this.start();
      this.worker.postMessage(message, transfer);
    });
  }

  /** Ends the thread; a question under way fails. */
  close(): void {
    this.end('closed');
  }

  private start(): Worker {
    const { workerData } = this;
    const resourceLimits = { maxOldGenerationSizeMb: this.limits.heapMb };
    const worker = new Worker(this.file, { resourceLimits, workerData, env: {}, execArgv: [] });
    const mine = (act: () => void) => () => {
      if (this.worker === worker) act();
    };
    worker.on('message', (answer: A) => mine(() => this.settle((one) => one.answered(answer)))());
    worker.on('error', (error: Error & { code?: string }) =>
      mine(() => this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'died'))(),
    );
    worker.on(
      'exit',
      mine(() => this.end('died')),
    );
    // Only now: a new listener holds the process again. A question under way holds it by its alarm.
    worker.unref();
    return worker;
  }

  private end(reason: ThreadFault['reason']): void {
    const { worker } = this;
    this.worker = null;
    this.settle((one) => one.failed(new ThreadFault(reason)));
    void worker?.terminate();
  }

  private settle(how: (question: Question<A>) => void): void {
    const { question } = this;
    this.question = null;
    if (!question) return;
    clearTimeout(question.alarm);
    how(question);
  }
}
