/** One attempt to read a source over the network ends in exactly one of these. */
export type FetchOutcome = Fetched | NotModified | FetchFailure;

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
}

export interface NotModified {
  outcome: 'not_modified';
  url: string;
  headers: Record<string, string>;
}

export type FailureKind =
  | 'refused_address'
  | 'timeout'
  | 'too_large'
  | 'dns'
  | 'tls'
  | 'network'
  | 'redirects'
  | 'malformed'
  | 'blocked_by_challenge'
  | 'http_4xx'
  | 'http_5xx';

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
