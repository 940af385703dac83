import type { ImportResult } from '../../contract/opml.js';
import { privateAddress } from '../sources/public-address.js';
import type { ListedFeed } from './read-opml.js';
import { freeId, publisherOf } from './source-naming.js';
import type { ExportedSource } from './write-opml.js';

/** A source that is there already. */
export type KnownSource = Pick<ExportedSource, 'id' | 'url' | 'family'>;

export interface ImportPlan {
  add: ExportedSource[];
  known: number;
  refused: ImportResult['refused'];
}

const LONGEST_URL = 2_000;

/** What an import would add. Addresses that are there already, or twice in the list, count as known; nothing there is changed. */
export function planImport(feeds: ListedFeed[], existing: KnownSource[]): ImportPlan {
  const plan: ImportPlan = { add: [], known: 0, refused: [] };
  const ids = new Set(existing.map(({ id }) => id));
  const urls = new Set(existing.map(({ url }) => canonical(url)));
  const families = familiesOf(existing);
  for (const feed of feeds) {
    const address = feed.url.replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://');
    const reason = faultOf(address);
    if (reason !== null) plan.refused.push({ name: feed.name, url: address.slice(0, LONGEST_URL), reason });
    else if (urls.has(canonical(address))) plan.known += 1;
    else {
      const source = sourceOf(feed, address, ids, families);
      plan.add.push(source);
      ids.add(source.id);
      urls.add(canonical(address));
    }
  }
  return plan;
}

/** Families by publisher, so that a new feed of a known publisher does not count as another voice. */
function familiesOf(existing: KnownSource[]): Map<string, string> {
  const located = existing.filter(({ url }) => URL.canParse(url));
  return new Map(located.map(({ url, family }) => [publisherOf(new URL(url).host), family]));
}

function sourceOf(
  feed: ListedFeed,
  address: string,
  ids: ReadonlySet<string>,
  families: ReadonlyMap<string, string>,
): ExportedSource {
  const url = new URL(address);
  const publisher = publisherOf(url.host);
  return {
    id: feed.id !== null && !ids.has(feed.id) ? feed.id : freeId(url, feed.name, ids),
    name: feed.name || url.host,
    url: address,
    tier: feed.tier ?? 'regular',
    family: feed.family ?? families.get(publisher) ?? publisher.slice(0, 100),
    folder: feed.folder,
    expectedSeconds: feed.expectedSeconds,
  };
}

function faultOf(address: string): string | null {
  if (address.length > LONGEST_URL) return `网址过长 · the address is longer than ${LONGEST_URL} characters`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return '不是有效的 http(s) 网址 · not a valid http(s) address';
  const { username, password } = new URL(address);
  if (username !== '' || password !== '') return '地址里不要写用户名和密码 · no user name or password in the address';
  return privateAddress(address);
}

/** One spelling for each address. */
function canonical(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
