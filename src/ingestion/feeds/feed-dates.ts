import { readDate } from '../../domain/dates/dates.js';
import type { FeedItem } from './feed-document.js';

/** A clock a little fast at the publisher's is no future date. */
const TOLERATED_LEAD_MS = 10 * 60_000;

/** Dates of W3C-DTF that name only a year or a month: `2003`, `2003-12`. */
function readCoarse(text: string): Date | null {
  const match = /^(\d{4})(?:-?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const month = Number(match[2] ?? 1);
  return month >= 1 && month <= 12 ? new Date(Date.UTC(Number(match[1]), month - 1, 1) - 8 * 3_600_000) : null;
}

/** A date of a feed, zone-less ones in 北京时间; null when it is none. */
export function readFeedDate(text: string, now: Date): Date | null {
  const plain = text.trim();
  return readDate(plain, now)?.at ?? readCoarse(plain);
}

/** The first readable of the dates an item states, in the given order of preference, and how far it can be believed. */
export function publishedOf(stated: string[], now: Date): Pick<FeedItem, 'publishedAt' | 'publishedNote'> {
  const written = stated.map((text) => text.trim()).filter((text) => text !== '');
  for (const text of written) {
    const publishedAt = readFeedDate(text, now);
    if (!publishedAt) continue;
    const future = publishedAt.getTime() > now.getTime() + TOLERATED_LEAD_MS;
    return { publishedAt, publishedNote: future ? 'future' : 'stated' };
  }
  return { publishedAt: null, publishedNote: written.length > 0 ? 'unreadable' : 'absent' };
}
