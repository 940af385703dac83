import { createHash } from 'node:crypto';

/** The hash before the first row. */
export const GENESIS = '0'.repeat(64);

/** What a journal row says, before it has a place in the chain. */
export interface Entry {
  seq: number;
  /** ISO 8601 UTC. */
  at: string;
  kind: string;
  incidentId: string | null;
  actor: string;
  data: Record<string, unknown>;
}

/** The stored text of a row: what the hash covers, byte for byte, and what a reader parses. */
export function bodyOf(entry: Entry): string {
  const { seq, at, kind, incidentId, actor, data } = entry;
  return JSON.stringify({ seq, at, kind, incidentId, actor, data });
}

/** SHA-256 over the hash before and the row's text: one altered byte breaks every hash after it. */
export function link(previousHash: string, body: string): string {
  return createHash('sha256').update(previousHash).update('\n').update(body).digest('hex');
}
