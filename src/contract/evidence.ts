import { z } from 'zod';
import { instant } from './instant.js';

/** Headers of an answer that holds raw evidence; the body is what came from outside, byte for byte, as a download. */
export const EVIDENCE_HEADERS = {
  /** Of the body, in hex; the server has just checked it. */
  sha256: 'x-sha256',
  /** When it was fetched or received, ISO 8601 UTC. */
  fetchedAt: 'x-fetched-at',
  /** The address that answered; absent where nothing was asked of anybody. */
  url: 'x-fetched-from',
} as const;

/** captures: what was fetched, and when; blobs: the bytes, each stored once, however many captures refer to them. */
export const purgedKind = z.enum(['captures', 'blobs', 'visits', 'articles', 'stories']);
export type PurgedKind = z.infer<typeof purgedKind>;

const count = z.number().int();

/** What was removed of one kind on one day (Beijing time), because `policy.retention` says so. */
export const purgeLine = z.object({
  day: z.iso.date(),
  what: purgedKind,
  rows: count,
  /** As they were stored. */
  bytes: count,
  /** All that was removed was older. */
  olderThan: instant,
  lastAt: instant,
});
export type PurgeLine = z.infer<typeof purgeLine>;

const held = z.object({
  /** Exact for small tables, the database's own estimate for large ones. */
  rows: count,
  /** On disk, indexes included. */
  bytes: count,
});

/** What the office keeps now. */
export const holdings = z.object({
  blobs: held.extend({ rawBytes: count }),
  captures: held.extend({ pinned: count }),
  articles: held,
  visits: held,
  /** All there is on disk, with what is not named above. */
  databaseBytes: count,
});
export type Holdings = z.infer<typeof holdings>;

export const purgePage = z.object({
  items: z.array(purgeLine),
  holdings,
  retention: z.object({ bodyHours: count, visitDays: count, articleDays: count }),
});
export type PurgePage = z.infer<typeof purgePage>;

/** Days of Beijing time, both included; without them the last thirty. */
export const purgeQuery = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });
export type PurgeQuery = z.infer<typeof purgeQuery>;
