import type { VisitOutcome } from '../../contract/source.js';

/** One attempt to read a source over the network ends in exactly one of these. */
export type FetchOutcome = Fetched | NotModified | FetchFailure;

/** The outcome of an attempt, and how long it took, ms. */
export type Attempt = FetchOutcome & { tookMs: number };

export interface Fetched {
  outcome: 'ok';
  status: number;
  /** The address that answered, after redirects. */
  url: string;
  headers: Record<string, string>;
  /** Decompressed. */
  body: Uint8Array;
  etag: string | null;
  lastModified: string | null;
  /** What was strange on the way there; Chinese first. */
  notes: string[];
}

export interface NotModified {
  outcome: 'not_modified';
  url: string;
  headers: Record<string, string>;
}

/** Of the one list of outcomes those that are decided before anything is read, or after it, are not for a fetch to give. */
export type FailureKind = Exclude<
  VisitOutcome,
  'ok' | 'not_modified' | 'not_a_feed' | 'store_failed' | 'never_started'
>;

export interface FetchFailure {
  outcome: FailureKind;
  /** What happened and, where somebody can do something, what; Chinese first. */
  detail: string;
  status?: number;
  /** How long the server asks not to be called again. */
  retryAfterMs?: number;
}

/** Thrown within one fetch; becomes a FetchFailure at its edge. */
export class FetchFault extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

/** The host of the next request has its own turn to be waited for: nothing was asked of it. */
export class HostBusy extends Error {
  override readonly name = 'HostBusy';

  constructor(readonly host: string) {
    super(`${host} 正被访问 · somebody else is at this host`);
  }
}
