import { parentPort, workerData } from 'node:worker_threads';
import { FeedServer } from '../feed-server.js';
import { streamFeed } from '../generated-stream.js';
import { ProductWorker } from '../product-worker.js';

const FEEDS = 20;
const ITEMS = 50;

/** Keeps one core busy with the product's own intake: feeds are read, stored and judged without a pause until told to stop. */
async function load({ databaseUrl, root }: { databaseUrl: string; root: string }): Promise<void> {
  let published = 0;
  let stopped = false;
  parentPort?.once('message', () => (stopped = true));
  const documents = new Map<string, Buffer>();
  const server = await FeedServer.open((path) => documents.get(path), FEEDS);
  const worker = await ProductWorker.open(databaseUrl, root);
  await worker.declare(server.addresses);
  parentPort?.postMessage('ready');
  while (!stopped) {
    for (let n = 0; n < FEEDS; n += 1, published += ITEMS)
      documents.set(`/${n}`, Buffer.from(streamFeed(published, ITEMS, new Date())));
    await worker.takeAll(FEEDS);
  }
  const { stored } = await worker.tally();
  await worker.close();
  await server.close();
  parentPort?.postMessage({ stored });
}

void load(workerData as { databaseUrl: string; root: string });
