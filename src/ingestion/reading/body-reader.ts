import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { FeedBody, Reading } from './feed-body.js';
import { readBody } from './read-body.js';
import { ReaderPool } from './reader-pool.js';
import { INLINE_OPINION, type SecondOpinion, ThreadedOpinion, withSecondOpinion } from './second-opinion.js';

/** Up to here the worst of documents is read within a few tens of milliseconds, and a thread would only cost time. */
export const INLINE_BYTES = 96 * 1024;
const MOST_THREADS = 2;

const FOLDER = 'ingestion/reading';

/** Bytes of a feed to articles. Large bodies are read in threads of their own, so that no document holds up this one. */
export class BodyReader {
  constructor(
    /** Null: everything is read in this thread (tests on the sources). */
    private readonly pool: ReaderPool | null,
    private readonly opinion: SecondOpinion,
  ) {}

  /** @param built the built server's folder, with the threads; null: none is started */
  static of(built: string | null): BodyReader {
    if (built === null) return new BodyReader(null, INLINE_OPINION);
    const reader = join(built, FOLDER, 'reader.worker.js');
    const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
    const opinion = new ThreadedOpinion(join(built, FOLDER, 'second-opinion.worker.js'));
    return new BodyReader(new ReaderPool(reader, threads), opinion);
  }

  /** Never throws for the content of a body. @param now what dates in the future are told by */
  async read(body: FeedBody, now: Date): Promise<Reading> {
    const small = body.bytes.byteLength <= INLINE_BYTES;
    const reading = small || !this.pool ? readBody(body, now) : await this.pool.read(body, now);
    return withSecondOpinion(reading, body, this.opinion, now);
  }

  close(): void {
    this.pool?.close();
    this.opinion.close();
  }
}
