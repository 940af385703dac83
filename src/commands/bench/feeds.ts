import { readFeed } from '../../ingestion/feeds/feed-reader.js';
import { alternated, type Figure, rounded } from './figure.js';
import { generatedFeed } from './generated-news.js';

const ITEMS = 400;

/** Reading one RSS document of 400 items, against rss-parser on the same text. */
export async function* benchFeeds(): AsyncIterable<Figure> {
  const { default: Parser } = await import('rss-parser');
  const text = generatedFeed(ITEMS);
  const now = new Date();
  const [ours, theirs] = await alternated(
    () => Promise.resolve(readFeed(text, { now })),
    () => new Parser().parseString(text),
  );
  yield {
    name: 'feed items read',
    perSecond: Math.round((ITEMS * 1_000) / ours),
    reference: 'rss-parser',
    ratio: rounded(theirs / ours),
  };
}
