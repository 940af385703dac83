import type { VisitOutcome } from '../../contract/source.js';
import type { FetchOutcome } from '../fetching/fetch-outcome.js';
import { freshSeconds } from '../fetching/freshness.js';
import type { Brought } from '../fresh-articles.js';
import type { BodyReader } from '../reading/body-reader.js';
import { hostOf } from './host-of.js';
import type { VisitedSource } from './visited-source.js';

/** What a visit found at the source, before anything is stored. */
export interface Findings {
  outcome: VisitOutcome;
  ok: boolean;
  detail: string | null;
  status?: number | undefined;
  items: number;
  warnings: string[];
  etag: string | null;
  lastModified: string | null;
  /** The host that answered; null when none did. */
  host: string | null;
  /** For how long the server says that its answer holds. */
  serverFreshSeconds: number | null;
  /** For how long the document says so, this one or the last one read. */
  freshSeconds: number | null;
  retryAfterMs?: number | undefined;
  brought?: Brought;
}

const FORGOTTEN = { etag: null, lastModified: null };

/** Reads what was fetched. @param now of the database */
export async function findingsOf(
  source: VisitedSource,
  fetched: FetchOutcome,
  reader: BodyReader,
  now: Date,
): Promise<Findings> {
  const { etag, lastModified } = source;
  const kept = { items: 0, warnings: [], etag, lastModified, freshSeconds: source.freshSeconds };
  if (fetched.outcome !== 'ok' && fetched.outcome !== 'not_modified')
    return { ...kept, ...fetched, ok: false, host: null, serverFreshSeconds: null };
  const serverFreshSeconds = freshSeconds(fetched.headers, Date.now());
  const answered = { ...kept, serverFreshSeconds, host: hostOf(fetched.url), ok: true, detail: null };
  if (fetched.outcome === 'not_modified') return { ...answered, outcome: 'not_modified' };
  const { body: bytes, headers, url } = fetched;
  const reading = await reader.read({ bytes, contentType: headers['content-type'], url }, now);
  if (reading.outcome !== 'ok') return { ...answered, ...FORGOTTEN, ...reading, ok: false, host: null };
  // What was cut off on its way must come whole the next time: its tag would only bring `not modified`.
  const tag = reading.whole ? { etag: fetched.etag, lastModified: fetched.lastModified } : FORGOTTEN;
  const { items, warnings, articles, ttlMinutes } = reading;
  const documentFresh = ttlMinutes === null ? null : ttlMinutes * 60;
  return {
    ...answered,
    outcome: 'ok',
    items,
    warnings: [...fetched.notes, ...warnings],
    ...tag,
    freshSeconds: documentFresh,
    brought: { fetched, articles },
  };
}

/** The same, of which not all could be stored: the source is asked again for the rest. */
export function notStored(findings: Findings, fault: unknown): Findings {
  const detail = `有内容无法入库 · not all could be stored: ${String(fault)}`;
  return { ...findings, ...FORGOTTEN, outcome: 'store_failed', ok: false, detail };
}
