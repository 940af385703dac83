import Parser from 'rss-parser';
import { decodeBytes } from '../decoding/decode.js';
import { publishedOf } from '../feeds/feed-dates.js';
import type { FeedItem } from '../feeds/feed-document.js';
import { readLink } from '../feeds/links.js';
import { plainText } from '../feeds/plain-text.js';
import type { FeedBody } from './feed-body.js';

const MOST_ITEMS = 5_000;

type Fields = Record<string, unknown>;

function text(fields: Fields, ...names: string[]): string {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return '';
}

/** An item as rss-parser gives it, in the form of our own. */
function itemOf(fields: Fields, url: string | undefined, now: Date): FeedItem {
  const plain = (...names: string[]): string => plainText({ value: text(fields, ...names), kind: 'guess' });
  const summary = plain('summary', 'content');
  const content = plain('content:encoded', 'content');
  return {
    title: plain('title').replaceAll('\n', ' '),
    link: readLink(text(fields, 'link'), url),
    guid: text(fields, 'guid', 'id').trim() || null,
    ...publishedOf([text(fields, 'isoDate', 'pubDate', 'date')], now),
    summary,
    content: content.length > summary.length ? content : summary,
  };
}

/**
 * Reads a feed with rss-parser, the reader most others use. Strict (throws on damage) and, on hostile markup, slow without
 * bound: only for a thread of its own that can be ended. Never `parseURL`: it knows no GBK, no size limit and no address guard.
 * @throws what rss-parser throws
 */
export async function readByReference({ bytes, contentType, url }: FeedBody, now: Date): Promise<FeedItem[]> {
  const { items } = await new Parser<object, Fields>().parseString(decodeBytes(bytes, contentType).text);
  return items.slice(0, MOST_ITEMS).map((item) => itemOf(item, url, now));
}
