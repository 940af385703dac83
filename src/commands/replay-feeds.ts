import { encodeGbk } from './gbk-encoder.js';
import type { ReplayItem } from './replay-items.js';

/** An item on the air. */
export interface Released {
  item: ReplayItem;
  link: string;
  releasedAt: Date;
  /** As the feed states it; null when it states none. */
  published: string | null;
}

/** One of the forms in which items are served. */
export interface ReplayFeed {
  /** The last part of its address, and of the id of its source. */
  name: string;
  contentType: string;
  render(items: Released[], home: string): Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text as XML or HTML text. Control characters, which neither may hold, go. */
export function escape(text: string): string {
  const clean = text.replace(new RegExp('[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]', 'g'), '');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The text of an item as HTML paragraphs. */
export function paragraphs(text: string): string {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return lines.map((line) => `<p>${escape(line)}</p>`).join('');
}

const cdata = (html: string): string => `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function rssItem({ item, link, published }: Released, html: (text: string) => string): string {
  const date = published === null ? '' : `<pubDate>${escape(published)}</pubDate>`;
  return (
    `<item><title>${escape(item.title)}</title><link>${escape(link)}</link><guid isPermaLink="false">${escape(item.id)}</guid>` +
    `${date}<description>${html(paragraphs(item.text))}</description></item>\n`
  );
}

function rss(encoding: string, items: Released[], home: string, html: (text: string) => string): string {
  const body = items.map((item) => rssItem(item, html)).join('');
  return (
    `<?xml version="1.0" encoding="${encoding}"?>\n<rss version="2.0"><channel><title>回放 RSS ${encoding}</title>` +
    `<link>${escape(home)}</link><description>replay</description>\n${body}</channel></rss>\n`
  );
}

function atomEntry({ item, link, published, releasedAt }: Released): string {
  const date = published === null ? '' : `<published>${escape(published)}</published>`;
  return (
    `<entry><title type="text">${escape(item.title)}</title><link rel="alternate" type="text/html" href="${escape(link)}"/>` +
    `<id>${escape(item.id)}</id>${date}${published === null ? '' : `<updated>${releasedAt.toISOString()}</updated>`}` +
    `<content type="html">${escape(paragraphs(item.text))}</content></entry>\n`
  );
}

function atom(items: Released[], home: string): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>回放 Atom</title><id>${escape(home)}</id>\n` +
    `${items.map(atomEntry).join('')}</feed>\n`
  );
}

function jsonItem({ item, link, published }: Released): object {
  const date = published === null ? {} : { date_published: published };
  return { id: item.id, url: link, title: item.title, content_html: paragraphs(item.text), ...date };
}

/** The four forms that items are spread over. */
export const REPLAY_FEEDS: readonly ReplayFeed[] = [
  {
    name: 'rss',
    contentType: 'application/rss+xml; charset=utf-8',
    render: (items, home) => utf8(rss('utf-8', items, home, cdata)),
  },
  {
    name: 'rss-gbk',
    contentType: 'text/xml',
    render: (items, home) => encodeGbk(rss('GBK', items, home, escape)),
  },
  {
    name: 'atom',
    contentType: 'application/atom+xml; charset=utf-8',
    render: (items, home) => utf8(atom(items, home)),
  },
  {
    name: 'json',
    contentType: 'application/feed+json',
    render: (items, home) =>
      utf8(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: '回放 JSON Feed',
          home_page_url: home,
          items: items.map(jsonItem),
        }),
      ),
  },
];

/** A small page with the text of one item, for those who follow its link. */
export function itemPage({ title, text, source }: ReplayItem): string {
  const name = escape(title || source);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><h1>${name}</h1>${paragraphs(text)}</html>\n`;
}
