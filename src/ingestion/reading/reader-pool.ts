import { setImmediate } from 'node:timers/promises';
import type { NewArticle } from '../article-identity.js';
import type { FeedBody, Reading, ReadFeed, UnreadFeed } from './feed-body.js';
import type { FromReader, ToReader } from './reader-messages.js';
import { Thread, ThreadFault, type ThreadLimits } from './thread.js';

/**
 * Node may abort the whole process when a thread runs out of its heap, so none may: the reader keeps its own bounds, by which
 * 10 MB of anything take less than half of this.
 */
export const READER_LIMITS: ThreadLimits = { timeLimitMs: 10_000, heapMb: 512 };

const TOLD: Record<ThreadFault['reason'], (limits: ThreadLimits) => UnreadFeed> = {
  time: ({ timeLimitMs }) => ({
    outcome: 'malformed',
    detail: `${timeLimitMs / 1000} 秒内没有解读完，已放弃 · not read within ${timeLimitMs / 1000} s, given up`,
  }),
  memory: ({ heapMb }) => ({
    outcome: 'too_large',
    detail: `解读所需内存超过 ${heapMb} MB · reading it takes more than ${heapMb} MB of memory`,
  }),
  died: () => ({ outcome: 'malformed', detail: '解读时读取线程异常退出 · the reader thread died of this document' }),
  closed: () => ({ outcome: 'malformed', detail: '正在停止 · stopping' }),
};

type ReaderThread = Thread<ToReader, FromReader>;

/**
 * Threads that read large bodies, so that none holds up this one. A body that makes its thread run out of time or memory ends
 * with an outcome of its own; the next one is read by a new thread.
 */
export class ReaderPool {
  private readonly idle: ReaderThread[];
  private readonly all: readonly ReaderThread[];
  private readonly waiting: ((thread: ReaderThread) => void)[] = [];

  /** @param file the built reader.worker.js */
  constructor(
    file: string,
    threads: number,
    private readonly limits: ThreadLimits = READER_LIMITS,
  ) {
    this.all = Array.from({ length: threads }, () => new Thread<ToReader, FromReader>(file, limits));
    this.idle = [...this.all];
  }

  async read(body: FeedBody, now: Date): Promise<Reading> {
    const thread = await this.lease();
    try {
      return await readIn(thread, body, now);
    } catch (error) {
      if (error instanceof ThreadFault) return TOLD[error.reason](this.limits);
      throw error;
    } finally {
      this.giveBack(thread);
    }
  }

  close(): void {
    for (const thread of this.all) thread.close();
  }

  private lease(): ReaderThread | Promise<ReaderThread> {
    return this.idle.pop() ?? new Promise((resolve) => this.waiting.push(resolve));
  }

  private giveBack(thread: ReaderThread): void {
    const next = this.waiting.shift();
    if (next) next(thread);
    else this.idle.push(thread);
  }
}

async function readIn(thread: ReaderThread, body: FeedBody, now: Date): Promise<Reading> {
  // A copy goes over: the caller still needs the bytes as evidence.
  const bytes = Uint8Array.from(body.bytes);
  const head = await thread.ask({ read: { ...body, bytes }, now }, [bytes.buffer]);
  if ('outcome' in head) return head;
  if (!('feed' in head)) throw new ThreadFault('died');
  return { ...head.feed, articles: await articlesFrom(thread, head.pieces) } satisfies ReadFeed;
}

/** Every piece is unpacked in a turn of its own. No piece is empty: a thread that was begun anew in between knows none of them. */
async function articlesFrom(thread: ReaderThread, pieces: number): Promise<NewArticle[]> {
  const articles: NewArticle[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    await setImmediate();
    const answer = await thread.ask('more');
    if (!Array.isArray(answer) || answer.length === 0) throw new ThreadFault('died');
    articles.push(...answer);
  }
  return articles;
}
