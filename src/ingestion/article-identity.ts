import { createHash } from 'node:crypto';
import { cutTo, soundText } from '../domain/text/sound-text.js';
import type { FeedDocument, FeedItem } from './feeds/feed-document.js';

const LONGEST_DERIVED_TITLE = 60;
/** What a title holds beyond this begins the text; a text is kept so far, the whole of it stands in the evidence. UTF-16 units. */
export const LONGEST_STORED = { title: 300, text: 20_000 } as const;
const SENTENCE_END = /[。！？!?\n]/;

/** A feed item as it is stored. */
export interface NewArticle {
  /** Equal for the same item of the same source at every visit. */
  itemKey: string;
  guid: string | null;
  title: string;
  text: string;
  link: string | null;
  publishedAt: Date | null;
  publishedNote: FeedItem['publishedNote'];
}

const hash = (parts: string[]): string => createHash('sha256').update(parts.join('\u0000')).digest('hex');

/** A post without a headline is called by its first sentence. */
function titleOf({ title, content }: FeedItem): string {
  if (title !== '') return title;
  const end = content.search(SENTENCE_END);
  return cutTo(content, end > 0 ? Math.min(end + 1, LONGEST_DERIVED_TITLE) : LONGEST_DERIVED_TITLE).trim();
}

const soundOrNull = (text: string | null): string | null => (text === null ? null : soundText(text).trim() || null);

/** The item as columns take it: PostgreSQL refuses U+0000, and with one item the whole feed. */
function soundItem(item: FeedItem): FeedItem {
  const [title, content] = [soundText(item.title).trim(), soundText(item.content).trim()];
  return { ...item, title, content, guid: soundOrNull(item.guid), link: soundOrNull(item.link) };
}

/** The two as they are stored; nothing of the title is lost. */
function fitting(title: string, text: string): Pick<NewArticle, 'title' | 'text'> {
  const head = cutTo(title, LONGEST_STORED.title);
  const rest = title.slice(head.length);
  return { title: head, text: cutTo(rest === '' ? text : `${rest}\n${text}`, LONGEST_STORED.text) };
}

/** Links that stand in several items of one document point at the channel's page: they identify nothing. */
function repeatedLinks(items: FeedItem[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { link } of items) {
    if (link !== null && seen.has(link)) repeated.add(link);
    if (link !== null) seen.add(link);
  }
  return repeated;
}

/**
 * The items of a document as articles, each once, items without any text left out. The key is the guid, else the link, else
 * the text itself, together with the title: a live report keeps its guid while the headline's figures rise, and each headline
 * has to be judged. A date in the future is not believed.
 */
export function articlesOf(document: Pick<FeedDocument, 'items'>): NewArticle[] {
  const items = document.items.map(soundItem);
  const repeated = repeatedLinks(items);
  const articles = new Map<string, NewArticle>();
  for (const item of items) {
    const title = titleOf(item);
    if (title === '') continue;
    const { guid, content: text, publishedNote } = item;
    const link = item.link !== null && !repeated.has(item.link) ? item.link : null;
    const itemKey = hash([guid ?? link ?? text, title]);
    const publishedAt = publishedNote === 'stated' ? item.publishedAt : null;
    if (!articles.has(itemKey))
      articles.set(itemKey, { itemKey, guid, ...fitting(title, text), link: item.link, publishedAt, publishedNote });
  }
  return [...articles.values()];
}
