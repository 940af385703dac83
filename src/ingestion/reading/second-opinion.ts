import { articlesOf } from '../article-identity.js';
import { losesItems } from '../feeds/damage.js';
import type { FeedDocument, FeedItem } from '../feeds/feed-document.js';
import type { FeedBody, Reading } from './feed-body.js';
import { readByReference } from './reference-reader.js';
import { Thread } from './thread.js';

/** Reads a body with the reference reader, or gives null when it cannot, may not or takes too long. */
export interface SecondOpinion {
  ask(body: FeedBody, now: Date): Promise<FeedItem[] | null>;
  close(): void;
}

export interface AskLimits {
  /** The thread is ended when it has not answered by then. */
  timeLimitMs: number;
  /** Larger bodies are not handed over. */
  mostBytes: number;
}

export const ASK_LIMITS: AskLimits = { timeLimitMs: 3_000, mostBytes: 500_000 };
/** Several times what rss-parser needs for half a megabyte: a thread that runs out of memory may end the whole process. */
const HEAP_MB = 512;

/** Asks in a thread of its own, which lives on until a document has to be broken off. While it is busy nobody waits for it. */
export class ThreadedOpinion implements SecondOpinion {
  private readonly thread: Thread<FeedBody & { now: Date }, FeedItem[] | null>;
  private busy = false;

  /** @param file the built second-opinion.worker.js */
  constructor(
    file: string,
    private readonly limits: AskLimits = ASK_LIMITS,
  ) {
    this.thread = new Thread(file, { timeLimitMs: limits.timeLimitMs, heapMb: HEAP_MB });
  }

  async ask(body: FeedBody, now: Date): Promise<FeedItem[] | null> {
    if (this.busy || body.bytes.byteLength > this.limits.mostBytes) return null;
    this.busy = true;
    try {
      return await this.thread.ask({ ...body, now });
    } catch {
      return null;
    } finally {
      this.busy = false;
    }
  }

  close(): void {
    this.thread.close();
  }
}

/** Asks in this thread: for tests, where a thread cannot load TypeScript. */
export const INLINE_OPINION: SecondOpinion = {
  ask: (body, now) => readByReference(body, now).catch(() => null),
  close: () => undefined,
};

/** Worth asking: damage that may have cost items, or a feed that seems to hold none. */
const isDoubtful = ({ format, warnings }: Pick<FeedDocument, 'format' | 'warnings'>, items: number): boolean =>
  format !== 'json' && (items === 0 || warnings.some(losesItems));

/** The items of the reference reader when they are more than `read`; null otherwise. */
async function moreItems(opinion: SecondOpinion, body: FeedBody, now: Date, read: number): Promise<FeedItem[] | null> {
  const items = await opinion.ask(body, now);
  return items !== null && items.length > read ? items : null;
}

const taken = (read: number, items: FeedItem[]): string =>
  `rss-parser 读出的条数更多（${read} / ${items.length}），已取用 · rss-parser reads more items: taken`;

/**
 * Asks the reference reader about a document that was damaged or gave no items. When it reads more items than we did, these
 * are taken, and `warnings` says so.
 */
export async function withSecondOpinion(
  reading: Reading,
  body: FeedBody,
  opinion: SecondOpinion,
  now: Date,
): Promise<Reading> {
  const own = reading.outcome === 'ok' ? reading : null;
  const read = own?.items ?? 0;
  const asks = own ? isDoubtful(own, read) : reading.outcome === 'malformed';
  const items = asks ? await moreItems(opinion, body, now, read) : null;
  if (!items) return reading;
  const head = own ?? { outcome: 'ok', format: 'rss', title: '', ttlMinutes: null, whole: false, warnings: [] };
  const warnings = [...head.warnings, taken(read, items)];
  return { ...head, items: items.length, articles: articlesOf({ items }), warnings };
}

/** The same for a document that is shown, not stored. */
export async function documentWithOpinion(
  document: FeedDocument,
  body: FeedBody,
  opinion: SecondOpinion,
  now: Date,
): Promise<FeedDocument> {
  const read = document.items.length;
  const items = isDoubtful(document, read) ? await moreItems(opinion, body, now, read) : null;
  return items ? { ...document, items, warnings: [...document.warnings, taken(read, items)] } : document;
}
