import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** The product's intake at full load beside what is measured. @returns stops it, telling how many articles it stored */
export async function ingestLoad(databaseUrl: string, root: string): Promise<() => Promise<number>> {
  const entry = join(root, 'dist/src/commands/bench/clocks/ingest-load.worker.js');
  const worker = new Worker(entry, { workerData: { databaseUrl, root } });
  await once(worker, 'message');
  return async () => {
    const told = once(worker, 'message') as Promise<[{ stored: number }]>;
    worker.postMessage('stop');
    const [{ stored }] = await told;
    await worker.terminate();
    return stored;
  };
}
