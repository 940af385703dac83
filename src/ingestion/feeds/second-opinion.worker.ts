import { parentPort, workerData } from 'node:worker_threads';
import { readByReference } from './reference-reader.js';

/** The thread of one second opinion: reads the document it was started with, answers once, and is ended by its parent. */
readByReference(String(workerData)).then(
  (items) => parentPort?.postMessage(items),
  () => parentPort?.postMessage(null),
);
