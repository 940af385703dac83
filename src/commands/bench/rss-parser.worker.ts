import { parentPort } from 'node:worker_threads';
import Parser from 'rss-parser';

/** rss-parser on one text, where it can be ended: answers with its milliseconds, or null when it throws. */
parentPort?.on('message', (text: string) => {
  const begun = performance.now();
  new Parser().parseString(text).then(
    () => parentPort?.postMessage(performance.now() - begun),
    () => parentPort?.postMessage(null),
  );
});
