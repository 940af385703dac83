import type { NewArticle } from '../article-identity.js';
import type { FeedDocument, UnreadOutcome } from '../feeds/feed-document.js';

/** The answer of a source, decompressed, with what the server said of it. */
export interface FeedBody {
  bytes: Uint8Array;
  contentType: string | null | undefined;
  /** Where it was fetched, for relative links. */
  url: string | undefined;
}

/** What a body turned out to be. */
export type Reading = ReadFeed | UnreadFeed;

export interface ReadFeed extends Pick<FeedDocument, 'format' | 'title' | 'ttlMinutes' | 'warnings'> {
  outcome: 'ok';
  /** Items that stand in the document; some of them may make the same article, or none. */
  items: number;
  /** False when the document was cut off on its way: the next visit must ask for the whole of it again. */
  whole: boolean;
  articles: NewArticle[];
}

export interface UnreadFeed {
  outcome: UnreadOutcome;
  /** What it is instead, or why it could not be read; Chinese first. */
  detail: string;
}
