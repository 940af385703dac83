const SUBDOMAINS = /^(www|rss|feed|feeds|news|m)\./;
const PUBLIC_ENDS = /\.(com|net|org|gov|edu|ac)?\.?[a-z]{2,}$/;
const EMPTY_WORDS = new Set(['rss', 'feed', 'feeds', 'atom', 'xml', 'index', 'default', 'json']);

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The publisher's name in an address: `https://www.people.com.cn/rss` is `people`. */
export function publisherOf(url: string): string {
  try {
    const host = new URL(url.trim()).hostname.replace(SUBDOMAINS, '');
    const name = plain(host.replace(PUBLIC_ENDS, '')) || plain(host);
    return name.replace(/^-+|-+$/g, '');
  } catch {
    return '';
  }
}

/** A code made from the address: the publisher and the telling part of the path, not among those taken. */
export function suggestedId(url: string, taken: ReadonlySet<string>): string {
  const publisher = publisherOf(url);
  if (publisher === '') return '';
  const parts = new URL(url.trim()).pathname
    .replace(/\.(xml|rss|json|atom|rdf|php|aspx?|html?)$/i, '')
    .split('/')
    .map((part) => plain(part).replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '' && !EMPTY_WORDS.has(part) && part.length <= 24);
  const base = [publisher, ...parts.slice(-1)].join('-').slice(0, 56).replace(/-+$/, '');
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
