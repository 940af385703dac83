/** Second levels under which countries let names be registered: `people.com.cn`, `bbc.co.uk`. */
const SECOND_LEVEL = /^(com|net|org|gov|edu|ac|co|mil|or|ne|go)$/;
/** Words in an address that say only that it is a feed. */
const MEANINGLESS = /^(rss2?|feeds?|index|atom|xml|default|posts|www|php|html?|json|\d+)$/;
const LONGEST_ID = 64;

/** The publisher's own domain: `www.people.com.cn` and `rss.people.com.cn` are both `people.com.cn`. */
export function publisherOf(host: string): string {
  const labels = host.replace(/:\d+$/, '').split('.');
  const [country, second] = [labels.at(-1) ?? '', labels.at(-2) ?? ''];
  const kept = country.length === 2 && SECOND_LEVEL.test(second) ? 3 : 2;
  return /^[\d.]+$|^\[/.test(host) ? host : labels.slice(-kept).join('.');
}

/** An id that is not taken yet, from the host and from what the name or the address says: `people.com.cn-politics`. */
export function freeId(url: URL, name: string, taken: ReadonlySet<string>): string {
  const host = slug(url.host.replace(/^(www|rss|feeds?)\./, ''), /[^a-z0-9.]+/g);
  const path = wordsOf(url.pathname.replace(/\.\w{2,5}$/, ''));
  const base = [host, slug(name.length > 2 ? name : '') || path].filter((part) => part !== '').join('-');
  const wanted = ends(base.slice(0, LONGEST_ID)) || 'feed';
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const next = `${ends(wanted.slice(0, LONGEST_ID - 1 - String(number).length))}-${number}`;
    if (!taken.has(next)) return next;
  }
}

function wordsOf(path: string): string {
  const words = path.toLowerCase().split(/[^a-z0-9]+/);
  return words.filter((word) => word !== '' && !MEANINGLESS.test(word)).join('-');
}

const ends = (text: string): string => text.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');

function slug(text: string, other = /[^a-z0-9]+/g): string {
  return ends(text.toLowerCase().replace(other, '-'));
}
