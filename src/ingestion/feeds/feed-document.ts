/** One item of a feed as every format gives it. Texts are plain: no markup, no references. */
export interface FeedItem {
  /** '' when the feed gives none. */
  title: string;
  /** Absolute where a base is known; only http, https or ftp. */
  link: string | null;
  guid: string | null;
  /** As stated, even when it lies in the future; `publishedNote` says whether it can be believed. */
  publishedAt: Date | null;
  publishedNote: 'stated' | 'absent' | 'future' | 'unreadable';
  /** The feed's own short text (description, summary), else the content. */
  summary: string;
  /** The longest text the item carries. */
  content: string;
}

export interface FeedDocument {
  format: 'rss' | 'atom' | 'rdf' | 'json';
  title: string;
  /** How long the publisher says the feed may be kept (RSS ttl, sy:updatePeriod), in minutes. */
  ttlMinutes: number | null;
  items: FeedItem[];
  /** What had to be forgiven, each thing once, Chinese first. */
  warnings: string[];
}

/** `not_a_feed`: something else; `malformed`: broken, so that nothing of it can be read. */
export type UnreadOutcome = 'not_a_feed' | 'malformed' | 'too_large';

/** There is nothing to be read; the message says what the document is instead, or what is wrong with it. */
export class FeedError extends Error {
  override readonly name = 'FeedError';

  constructor(
    message: string,
    readonly outcome: UnreadOutcome = 'not_a_feed',
  ) {
    super(message);
  }
}

/** What a field holds before it becomes plain text: markup (parsed with the document, or escaped in it), or text in which `<` is a character like any other. */
export interface FieldText {
  value: string;
  kind: 'xhtml' | 'html' | 'text' | 'guess';
}

/** An item as it stands in the document. */
export interface RawItem {
  /** Field name (`title`, `dc:date` ...) to its texts in document order. */
  fields: Map<string, FieldText[]>;
  links: RawLink[];
  guid: string | null;
  guidIsLink: boolean;
  base: string | undefined;
}

export interface RawLink {
  href: string;
  rel: string;
  type: string;
  base: string | undefined;
}

export const emptyItem = (base: string | undefined): RawItem => ({
  fields: new Map(),
  links: [],
  guid: null,
  guidIsLink: false,
  base,
});
