import { losesItems } from '../feeds/damage.js';
import type { FeedBody, Reading } from './feed-body.js';
import { readByReference, type ReferenceReading } from './reference-reader.js';
import { Thread } from './thread.js';

/** Reads a body with the reference reader, or gives null when it cannot, may not or takes too long. */
export interface SecondOpinion {
  ask(body: FeedBody, now: Date): Promise<ReferenceReading | null>;
  close(): void;
}

export interface AskLimits {
  /** The thread is ended when it has not answered by then. */
  timeLimitMs: number;
  /** Larger bodies are not handed over. */
  mostBytes: number;
}

export const ASK_LIMITS: AskLimits = { timeLimitMs: 3_000, mostBytes: 2_000_000 };
const HEAP_MB = 256;

/** Asks in a thread of its own, which lives on until a document has to be broken off. While it is busy nobody waits for it. */
export class ThreadedOpinion implements SecondOpinion {
  private readonly thread: Thread<FeedBody & { now: Date }, ReferenceReading | null>;
  private busy = false;

  /** @param file the built second-opinion.worker.js */
  constructor(
    file: string,
    private readonly limits: AskLimits = ASK_LIMITS,
  ) {
    this.thread = new Thread(file, { timeLimitMs: limits.timeLimitMs, heapMb: HEAP_MB });
  }

  async ask(body: FeedBody, now: Date): Promise<ReferenceReading | null> {
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
const isDoubtful = (reading: Reading): boolean =>
  reading.outcome === 'malformed' ||
  (reading.outcome === 'ok' && reading.format !== 'json' && (reading.items === 0 || reading.warnings.some(losesItems)));

/**
 * Asks the reference reader about a document that was damaged or gave no items. When it reads more items than we did, these
 * are taken; a disagreement is named in `warnings`.
 */
export async function withSecondOpinion(
  reading: Reading,
  body: FeedBody,
  opinion: SecondOpinion,
  now: Date,
): Promise<Reading> {
  if (!isDoubtful(reading)) return reading;
  const reference = await opinion.ask(body, now);
  const own = reading.outcome === 'ok' ? reading : null;
  if (reference === null || reference.items <= (own?.items ?? 0)) return reading;
  const warning = `rss-parser 读出的条数更多（${own?.items ?? 0} / ${reference.items}），已取用 · rss-parser reads more items: taken`;
  const head = own ?? { outcome: 'ok', format: 'rss', title: '', ttlMinutes: null, whole: false, warnings: [] };
  return { ...head, ...reference, warnings: [...head.warnings, warning] };
}
