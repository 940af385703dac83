import { decodeBytes } from '../decoding/decode.js';
import { type FeedDocument, FeedError } from './feed-document.js';
import { readFeed } from './feed-reader.js';
import type { Fetched } from '../fetching/fetch-outcome.js';
import { type Ask, withSecondOpinion } from './second-opinion.js';

/** What a body turned out to be. */
export type Reading = { document: FeedDocument } | { notAFeed: string };

/** Bytes to items: decoded, read, and where the document was damaged read by a second reader too. Never throws for its content. */
export async function readResponse(
  fetched: Pick<Fetched, 'body' | 'headers' | 'url'>,
  ask: Ask,
  now: Date,
): Promise<Reading> {
  const { text, warnings } = decodeBytes(fetched.body, fetched.headers['content-type']);
  try {
    const document = readFeed(text, { baseUrl: fetched.url, now });
    const settled = await withSecondOpinion(document, text, ask, now);
    return { document: { ...settled, warnings: [...warnings, ...settled.warnings] } };
  } catch (error) {
    if (error instanceof FeedError) return { notAFeed: error.message };
    throw error;
  }
}
