import type { EntityManager } from 'typeorm';
import type { ChainFault } from '../domain/journal-faults.js';
import { bodyOf, type Entry, GENESIS, link } from './chain.js';

export interface JournalPosition {
  seq: number;
  hash: string;
}

/** The first row that does not fit. */
export interface BadRow {
  seq: number;
  why: ChainFault;
}

/** What the verification of some rows has come to. */
export interface Piece {
  /** The last row that fits, or where it began. */
  to: JournalPosition;
  /** Null when all fit. */
  firstBad: BadRow | null;
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
    const firstBad = faultOf(row, to);
    if (firstBad) return { to, firstBad, ended: false };
    to = { seq: Number(row.seq), hash: row.hash };
  }
  if (rows.length === most) return { to, firstBad: null, ended: false };
  return { to, firstBad: endFault(to, await journalHead(tx)), ended: true };
}

function endFault(last: JournalPosition, head: JournalPosition): BadRow | null {
  if (head.seq > last.seq) return { seq: last.seq + 1, why: 'tail_missing' };
  if (head.seq < last.seq) return { seq: head.seq + 1, why: 'tail_extra' };
  return head.hash === last.hash ? null : { seq: last.seq, why: 'hash' };
}

function faultOf(row: StoredRow, previous: JournalPosition): BadRow | null {
  const seq = Number(row.seq);
  if (seq !== previous.seq + 1) return { seq: previous.seq + 1, why: 'row_missing' };
  if (link(previous.hash, row.body) !== row.hash) return { seq, why: 'hash' };
  const told = { seq, at: row.at.toISOString(), kind: row.kind, incidentId: row.incident_id, actor: row.actor };
  const entry = readBody(row.body);
  return entry && bodyOf({ ...told, data: entry.data }) === row.body ? null : { seq, why: 'columns' };
}

function readBody(body: string): Entry | null {
  try {
    return JSON.parse(body) as Entry;
  } catch {
    return null;
  }
}
