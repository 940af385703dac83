import type { EntityManager } from 'typeorm';
import { bodyOf, type Entry, GENESIS, link } from './chain.js';

export interface JournalPosition {
  seq: number;
  hash: string;
}

/** What the verification of some rows has come to. */
export interface Piece {
  /** The last row that fits, or where it began. */
  to: JournalPosition;
  /** The first row that does not fit; null when all do. */
  firstBad: { seq: number; why: string } | null;
  /** Nothing follows. */
  ended: boolean;
}

interface StoredRow {
  seq: string;
  at: Date;
  kind: string;
  incident_id: string | null;
  actor: string;
  body: string;
  hash: string;
}

export const START: JournalPosition = { seq: 0, hash: GENESIS };

export async function journalHead(db: EntityManager): Promise<JournalPosition> {
  const [head] = await db.query<{ seq: string; hash: string }[]>('select seq, hash from journal_head');
  return { seq: Number(head?.seq ?? 0), hash: head?.hash ?? GENESIS };
}

/**
 * Recomputes the chain from a position that is known to be whole; at its end the head must be the last row.
 * @param tx of one snapshot (REPEATABLE READ), or rows written meanwhile look like faults
 * @param most rows to look at
 */
export async function verifyPiece(tx: EntityManager, from: JournalPosition, most: number): Promise<Piece> {
  const rows = await tx.query<StoredRow[]>('select * from journal where seq > $1 order by seq limit $2', [
    from.seq,
    most,
  ]);
  let to = from;
  for (const row of rows) {
    const why = faultOf(row, to);
    if (why) return { to, firstBad: { seq: Number(row.seq), why }, ended: false };
    to = { seq: Number(row.seq), hash: row.hash };
  }
  if (rows.length === most) return { to, firstBad: null, ended: false };
  const head = await journalHead(tx);
  const whole = head.seq === to.seq && head.hash === to.hash;
  return { to, firstBad: whole ? null : { seq: to.seq + 1, why: 'rows at the end are missing' }, ended: true };
}

function faultOf(row: StoredRow, previous: JournalPosition): string | null {
  const seq = Number(row.seq);
  if (seq !== previous.seq + 1) return `seq ${previous.seq + 1} is missing`;
  if (link(previous.hash, row.body) !== row.hash) return 'the hash does not fit the row';
  const told = { seq, at: row.at.toISOString(), kind: row.kind, incidentId: row.incident_id, actor: row.actor };
  const entry = readBody(row.body);
  if (!entry || bodyOf({ ...told, data: entry.data }) !== row.body) return 'the columns do not fit the hashed text';
  return null;
}

function readBody(body: string): Entry | null {
  try {
    return JSON.parse(body) as Entry;
  } catch {
    return null;
  }
}
