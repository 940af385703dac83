import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';

/** At shutdown, jobs under way get this long; what is broken off is found again by a sweep. */
const GRACE_MS = 1_000;

/** How soon the job of a dead worker is given to another one, ms: its lock ends, and somebody looks. */
export const RECOVERY = { lockDuration: 10_000, stalledInterval: 5_000 };

/** Works a queue whose server may come and go: says so once, and never waits for it to stop. */
export abstract class PatientWorker extends WorkerHost implements BeforeApplicationShutdown {
  private readonly log = new Logger(this.constructor.name);
  private away = false;

  @OnWorkerEvent('error')
  onError(error: Error): void {
    if (!this.away) this.log.warn(`队列中断,自动重连 · the queue broke off, reconnecting: ${String(error)}`);
    this.away = true;
  }

  @OnWorkerEvent('ready')
  onReady(): void {
    if (this.away) this.log.log('队列恢复 · the queue is back');
    this.away = false;
  }

  /** A worker that is merely closed waits for a server that is away, without end. */
  async beforeApplicationShutdown(): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => (late = setTimeout(resolve, GRACE_MS)));
    if (!this.away) await Promise.race([grace, this.worker.pause().catch(() => undefined)]);
    clearTimeout(late);
    await this.worker.close(true);
  }
}
