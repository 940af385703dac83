import Parser from 'rss-parser';
import { publishedOf } from './feed-dates.js';
import type { FeedItem } from './feed-document.js';
import { readLink } from './links.js';
import { plainText, tidy } from './plain-text.js';

/** What crosses the border of the worker thread: the fields rss-parser read, nothing else of its object. */
export interface ReferenceItem {
  title: string;
  link: string;
  guid: string;
  date: string;
  summary: string;
  content: string;
}

type Fields = Record<string, unknown>;

function text(fields: Fields, ...names: string[]): string {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return '';
}

/**
 * Reads a feed with rss-parser, the reader most others use. Strict (throws on damage) and, on hostile markup, slow without
 * bound: only for a thread of its own that can be ended. Never `parseURL`: it knows no GBK, no size limit and no address guard.
 * @throws what rss-parser throws
 */
export async function readByReference(xml: string): Promise<ReferenceItem[]> {
  const { items } = await new Parser<object, Fields>().parseString(xml);
  return items.map((item) => ({
    title: text(item, 'title'),
    link: text(item, 'link'),
    guid: text(item, 'guid', 'id'),
    date: text(item, 'isoDate', 'pubDate', 'date'),
    summary: text(item, 'summary', 'content'),
    content: text(item, 'content:encoded', 'content'),
  }));
}

/** An item of the reference reader in the form of our own. */
export function fromReference(item: ReferenceItem, now: Date): FeedItem {
  const summary = plainText({ value: item.summary, kind: 'guess' });
  const content = plainText({ value: item.content, kind: 'guess' });
  return {
    title: tidy(plainText({ value: item.title, kind: 'guess' })).replaceAll('\n', ' '),
    link: readLink(item.link, undefined),
    guid: item.guid.trim() || null,
    ...publishedOf([item.date], now),
    summary,
    content: content.length > summary.length ? content : summary,
  };
}
