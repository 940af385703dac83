import type { EntityManager } from 'typeorm';
import { type BadAnchor, checkAnchors } from './anchors/check-anchors.js';
import { type BadRow, type JournalPosition, type Piece, START, verifyPiece } from './verify-piece.js';

/** Rows read at once: what it holds in memory, however long the journal is. */
const PAGE = 1_000;

export interface Verification {
  /** Rows that fit, from the first on. */
  rows: number;
  /** The last of them. */
  head: JournalPosition;
  /** Null when the whole chain holds. */
  firstBad: BadRow | null;
  anchors: { count: number; bad: BadAnchor[] };
}

/**
 * Recomputes the whole chain, page by page, and holds it against every daily anchor.
 * @param tx of one snapshot (REPEATABLE READ)
 */
export async function verifyJournal(tx: EntityManager): Promise<Verification> {
  let piece: Piece = { to: START, firstBad: null, ended: false };
  while (!piece.ended && !piece.firstBad) piece = await verifyPiece(tx, piece.to, PAGE);
  return { rows: piece.to.seq, head: piece.to, firstBad: piece.firstBad, anchors: await checkAnchors(tx) };
}
