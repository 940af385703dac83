import { articlesOf } from '../article-identity.js';
import { decodeBytes } from '../decoding/decode.js';
import { DAMAGE, swallowsItems } from '../feeds/damage.js';
import { type FeedDocument, FeedError } from '../feeds/feed-document.js';
import { readFeed } from '../feeds/feed-reader.js';
import type { FeedBody, Reading, UnreadFeed } from './feed-body.js';

/** The fetch stops at 10 MB; this bounds what else is handed to the reader, such as a file. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** @throws FeedError when there is nothing to be read */
export function readDocument({ bytes, contentType, url }: FeedBody, now: Date): FeedDocument {
  if (bytes.byteLength > MOST_BYTES) throw new FeedError('文档过大 · the document is too large', 'too_large');
  const { text, warnings } = decodeBytes(bytes, contentType);
  const document = readFeed(text, { baseUrl: url, now });
  return { ...document, warnings: [...warnings, ...document.warnings] };
}

/** Bytes to articles, in this thread. Never throws for its content. */
export function readBody(body: FeedBody, now: Date): Reading {
  try {
    return readingOf(readDocument(body, now));
  } catch (error) {
    return unread(error);
  }
}

/** The damage that may have cost all of its items; undefined for a feed that has some, or none to lose. */
const costly = ({ items, warnings }: FeedDocument): string | undefined =>
  items.length === 0 ? warnings.find(swallowsItems) : undefined;

/** `malformed` when nothing could be read because the document is broken: that is no quiet source. */
export const outcomeOf = (document: FeedDocument): 'ok' | 'malformed' =>
  costly(document) === undefined ? 'ok' : 'malformed';

function readingOf(document: FeedDocument): Reading {
  const { format, title, ttlMinutes, warnings, items } = document;
  const damage = costly(document);
  if (damage !== undefined) {
    return { outcome: 'malformed', detail: `文档损坏，一条也读不出：${damage} · damaged, no item can be read` };
  }
  const whole = !warnings.includes(DAMAGE.truncated);
  return {
    ...{ outcome: 'ok', format, title, ttlMinutes, warnings, whole },
    items: items.length,
    articles: articlesOf(document),
  };
}

function unread(error: unknown): UnreadFeed {
  if (error instanceof FeedError) return { outcome: error.outcome, detail: error.message };
  return { outcome: 'malformed', detail: `文档无法解读 · the document cannot be read: ${String(error)}` };
}
