import { type FeedDocument, FeedError } from './feed-document.js';
import { readJsonFeed } from './json-feed.js';
import { readXmlFeed } from './xml-feed.js';

/** Longer documents are refused: the fetch stops at 10 MB, so this only bounds what a file may hold. */
const LONGEST_DOCUMENT = 32_000_000;

/** An object or a list, perhaps as the argument of a function. */
const BEGINS_JSON = /^[\ufeff\s]*(?:[\w$.]{1,100}\s*\(\s*)?[{[]/;

/**
 * Reads the text of a feed of any format. Damage is forgiven and named in `warnings`; dates without a zone are 北京时间.
 * Linear in the length of the text, with caps on depth, items and field length.
 * @param options.baseUrl where the document was fetched, for relative links
 * @throws FeedError when the text is no feed; its message says what it is.
 */
export function readFeed(text: string, options: { baseUrl?: string | undefined; now: Date }): FeedDocument {
  if (text.length > LONGEST_DOCUMENT) throw new FeedError('文档过大 · the document is too large', 'too_large');
  return BEGINS_JSON.test(text.slice(0, 1000)) ? readJsonFeed(text, options) : readXmlFeed(text, options);
}
