import type { Tier } from '../../domain/clocks/policy.js';

/** A source as a visit needs it. */
export interface VisitedSource {
  id: string;
  name: string;
  url: string;
  tier: Tier;
  channel: 'live' | 'canary';
  allowPrivateNetwork: boolean;
  etag: string | null;
  lastModified: string | null;
  failures: number;
  failingSince: Date | null;
  silentSince: Date | null;
  expectedSeconds: number | null;
  learnedSeconds: number | null;
  longestGapSeconds: number | null;
  /** For how long its document said, when it was read last, that it stays as it is. */
  freshSeconds: number | null;
  dueAt: Date;
  lastVisitAt: Date | null;
  lastOkAt: Date | null;
  lastNewAt: Date | null;
}

/** A visit that has begun: nobody else makes it, or calls its host, until it is recorded or its time has passed. */
export interface BegunVisit {
  source: VisitedSource;
  claimedAt: string;
  startedAt: Date;
  /** The turn that it holds. */
  turn: { host: string; holder: string };
}
