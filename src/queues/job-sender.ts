import { Logger } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';

/** A queue that has not taken a job by then counts as away, ms of real time. */
const PATIENCE_MS = 2_000;

export interface NewJob<T> {
  name: string;
  data: T;
  opts?: JobsOptions;
}

/**
 * Hands jobs to a queue, or says soon that it does not take them: a client of Redis would wait for minutes, and the
 * collection with it. What was handed over but not taken stays with the client, so only one hand-over waits at a time.
 */
export class JobSender<T> {
  private readonly logger: Logger;
  private waiting = false;
  private away = false;

  constructor(private readonly queue: Pick<Queue<T>, 'name' | 'addBulk'>) {
    this.logger = new Logger(`queue ${queue.name}`);
  }

  /** @returns false when the queue did not take the jobs: whoever sent them does the work himself */
  async send(jobs: NewJob<T>[]): Promise<boolean> {
    const fault = this.waiting ? 'waiting' : await this.faultOf(jobs);
    if (fault && !this.away) this.logger.warn(`队列不可用,改为直接处理 · queue away, working without it: ${fault}`);
    if (!fault && this.away) this.logger.log('队列恢复 · the queue is back');
    this.away = fault !== null;
    return !this.away;
  }

  private async faultOf(jobs: NewJob<T>[]): Promise<string | null> {
    this.waiting = true;
    const added = this.queue.addBulk(jobs as Parameters<Queue<T>['addBulk']>[0]).then(
      () => null,
      (error: unknown) => String(error),
    );
    void added.finally(() => (this.waiting = false));
    return Promise.race([added, patience()]);
  }
}

function patience(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`> ${PATIENCE_MS} ms`), PATIENCE_MS).unref();
  });
}
