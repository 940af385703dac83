import type { DataSource, EntityManager } from 'typeorm';
import type { CheckResult } from '../../contract/journal.js';
import { checkAnchors } from '../anchors/check-anchors.js';
import { inOneSnapshot } from '../snapshot.js';
import { type BadRow, type JournalPosition, START, verifyPiece } from '../verify-piece.js';

const PAGE = 1_000;

/** From the row after `before` to `to`, both as they stood when the check was asked for. */
export interface Range {
  before: number;
  to: JournalPosition;
}

/**
 * Recomputes rows piece by piece, holding no snapshot for long: rows up to a position that was once reached never change. The row
 * before a range is taken as it stands.
 * @param come hears how far it has come after each piece; false ends the work
 * @returns null when it was ended
 */
export async function verifyRange(
  db: DataSource,
  { before, to }: Range,
  come: (seq: number) => Promise<boolean>,
): Promise<CheckResult | null> {
  const start = await positionAt(db.manager, before);
  let firstBad: BadRow | null = start ? null : { seq: before, why: 'row_missing' };
  let at = start ?? { seq: to.seq, hash: to.hash };
  while (!firstBad && at.seq < to.seq) {
    const piece = await verifyPiece(db.manager, at, Math.min(PAGE, to.seq - at.seq));
    // Of rows that are fewer than they were the head says so; it may have moved on meanwhile.
    firstBad = piece.firstBad ?? (piece.to.seq === at.seq ? { seq: at.seq + 1, why: 'row_missing' } : null);
    at = piece.to;
    if (!(await come(at.seq))) return null;
  }
  if (!firstBad && at.hash !== to.hash) firstBad = { seq: to.seq, why: 'hash' };
  const anchors = await inOneSnapshot(db, checkAnchors);
  return { firstBad, anchors: anchors.count, badAnchors: anchors.bad };
}

export async function positionAt(db: EntityManager, seq: number): Promise<JournalPosition | null> {
  if (seq === 0) return START;
  const [row] = await db.query<{ hash: string }[]>('select hash from journal where seq = $1', [seq]);
  return row ? { seq, hash: row.hash } : null;
}
