import { parentPort } from 'node:worker_threads';
import type { FeedBody } from './feed-body.js';
import { readByReference } from './reference-reader.js';

/** The thread of the second opinion, alone with rss-parser: its parent ends it when a document takes too long. */
parentPort?.on('message', (body: FeedBody & { now: Date }) => {
  readByReference(body, body.now).then(
    (items) => parentPort?.postMessage(items),
    () => parentPort?.postMessage(null),
  );
});
