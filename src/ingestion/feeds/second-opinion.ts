import { Worker } from 'node:worker_threads';
import { isDamage } from './damage.js';
import type { FeedDocument } from './feed-document.js';
import { fromReference, type ReferenceItem, readByReference } from './reference-reader.js';

/** Reads a document with the reference reader, or gives null when it cannot, may not or takes too long. */
export type Ask = (xml: string) => Promise<ReferenceItem[] | null>;

export interface AskLimits {
  /** The thread is ended when it has not answered by then. */
  timeLimitMs: number;
  /** Longer documents are not handed over. */
  mostCharacters: number;
}

export const ASK_LIMITS: AskLimits = { timeLimitMs: 3_000, mostCharacters: 2_000_000 };
const HEAP_MB = 256;

/**
 * Asks in a worker thread that is ended after its answer or at the limit, so no document can hold up the process.
 * @param thread the built second-opinion.worker.js
 */
export function askInThread(thread: string | URL, limits: AskLimits = ASK_LIMITS): Ask {
  return (xml) => {
    if (xml.length > limits.mostCharacters) return Promise.resolve(null);
    return new Promise((resolve) => {
      const worker = new Worker(thread, { workerData: xml, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
      const settle = (items: ReferenceItem[] | null): void => {
        clearTimeout(alarm);
        resolve(items);
        void worker.terminate();
      };
      const alarm = setTimeout(() => settle(null), limits.timeLimitMs);
      worker.once('message', (items: ReferenceItem[] | null) => settle(items));
      worker.once('error', () => settle(null));
      worker.once('exit', () => settle(null));
    });
  };
}

/** Asks in this thread: for tests, where a thread cannot load TypeScript. */
export const askInline: Ask = (xml) => readByReference(xml).catch(() => null);

const needsOpinion = ({ format, items, warnings }: FeedDocument): boolean =>
  format !== 'json' && (items.length === 0 || warnings.some(isDamage));

/**
 * Asks the reference reader about a document that was damaged or gave no items. When it reads more items than we did, these
 * are taken; a disagreement is named in `warnings`.
 */
export async function withSecondOpinion(
  document: FeedDocument,
  xml: string,
  ask: Ask,
  now: Date,
): Promise<FeedDocument> {
  if (!needsOpinion(document)) return document;
  const reference = await ask(xml);
  if (reference === null || reference.length === document.items.length) return document;
  const taken = reference.length > document.items.length;
  const counts = `${document.items.length} / ${reference.length}`;
  const warning = `与 rss-parser 读出的条数不同（${counts}），取多者 · rss-parser reads another number of items, the larger is taken`;
  const items = taken ? reference.map((item) => fromReference(item, now)) : document.items;
  return { ...document, items, warnings: [...document.warnings, warning] };
}
