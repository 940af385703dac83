import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { Settings } from '../settings/settings.js';
import { QUEUES } from './queues.js';
import { QuietQueue } from './quiet-queue.js';

BullModule.queueClass = QuietQueue;

/**
 * BullMQ on Redis when REDIS_URL is set, else on the same PostgreSQL; nothing else differs.
 * Must run before the first queue is made.
 */
export function chooseQueueBackend(redisUrl: string | undefined): void {
  setDefaultBackendFactory(redisUrl ? undefined : createPostgresBackend);
}

const jobOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: 100,
  removeOnFail: 100,
};

function connectionOf(settings: Settings) {
  return settings.env.REDIS_URL
    ? { url: settings.env.REDIS_URL }
    : { connectionString: settings.databaseUrl, max: 4, connectionTimeoutMillis: 10_000 };
}

@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({ connection: connectionOf(settings), defaultJobOptions: jobOptions }),
    }),
    BullModule.registerQueue(...Object.values(QUEUES).map((name) => ({ name }))),
  ],
  exports: [BullModule],
})
export class QueuesModule {}
