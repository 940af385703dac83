import type { NewArticle } from '../article-identity.js';
import type { FeedBody, ReadFeed, UnreadFeed } from './feed-body.js';

/** What crosses the border of a reader thread: a body in, its reading out in pieces that are small enough to be unpacked at once. */
export type ToReader = { read: FeedBody; now: Date } | 'more';

export type FromReader = UnreadFeed | { feed: Omit<ReadFeed, 'articles'>; pieces: number } | NewArticle[];

/** UTF-16 units of text, and articles, of one piece. */
const MOST_CHARACTERS = 500_000;
const MOST_ARTICLES = 250;

/** Articles in pieces for the way through the border. */
export function piecesOf(articles: NewArticle[]): NewArticle[][] {
  const pieces: NewArticle[][] = [];
  let room = { characters: 0, articles: 0 };
  for (const article of articles) {
    const length = article.text.length + article.title.length;
    if (room.articles < 1 || room.characters < length) {
      pieces.push([]);
      room = { characters: MOST_CHARACTERS, articles: MOST_ARTICLES };
    }
    pieces.at(-1)?.push(article);
    room = { characters: room.characters - length, articles: room.articles - 1 };
  }
  return pieces;
}
