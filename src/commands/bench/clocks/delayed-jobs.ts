import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { chooseQueueBackend } from '../../../queues/queues.module.js';

/** A Redis with its default settings, thrown away afterwards; null where redis-server is not installed. */
async function openRedis(): Promise<{ port: number; close: () => void } | null> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-redis-'));
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--dir', folder, '--bind', '127.0.0.1'], {
    stdio: 'ignore',
  });
  const close = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  if (await answers(server, port)) return { port, close };
  close();
  return null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  await new Promise((done) => server.close(done));
  return port;
}

/** False when the program does not exist. */
async function answers(server: ChildProcess, port: number): Promise<boolean> {
  const missing = new Promise<false>((resolve) => server.once('error', () => resolve(false)));
  const redis = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 50, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  const here = await Promise.race([missing, redis.ping().then(() => true)]);
  redis.disconnect();
  return here;
}

/**
 * How late BullMQ's delayed jobs reach their handler, ms, with so many others waiting: on Redis as it comes, or on
 * PostgreSQL where no redis-server is installed. The handler writes nothing, which a real one would.
 */
export async function delayedJobs(databaseUrl: string, due: Date[], pending: number) {
  const redis = await openRedis();
  if (redis) chooseQueueBackend(`redis://127.0.0.1:${redis.port}`);
  else chooseQueueBackend(undefined);
  const connection = redis ? { host: '127.0.0.1', port: redis.port } : { connectionString: databaseUrl };
  const queue = new Queue<{ dueAt: number }>('bench-delayed', { connection });
  const late: number[] = [];
  const worker = new Worker<{ dueAt: number }>(
    'bench-delayed',
    ({ data }) => {
      late.push(Date.now() - data.dueAt);
      return Promise.resolve();
    },
    { connection, concurrency: 8 },
  );
  try {
    for (let at = 0; at < pending; at += 5_000) await queue.addBulk(waiting(Math.min(5_000, pending - at)));
    const shift = Date.now() + 2_000 - (due[0]?.getTime() ?? 0);
    const jobs = due.map((one) => one.getTime() + shift);
    await queue.addBulk(
      jobs.map((dueAt) => ({ name: 'measured', data: { dueAt }, opts: { delay: dueAt - Date.now() } })),
    );
    const until = (jobs.at(-1) ?? 0) + 10_000;
    while (late.length < due.length && Date.now() < until) await new Promise((wake) => setTimeout(wake, 100));
    return { late, on: redis ? 'Redis' : 'PostgreSQL' };
  } finally {
    await worker.close(true);
    await queue.close();
    redis?.close();
  }
}

function waiting(many: number) {
  return Array.from({ length: many }, () => ({ name: 'waiting', data: { dueAt: 0 }, opts: { delay: 86_400_000 } }));
}
