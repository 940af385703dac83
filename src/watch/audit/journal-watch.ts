import type { EntityManager } from 'typeorm';
import { checkAnchors } from '../../journal/anchors/check-anchors.js';
import { type JournalPosition, type Piece, START, verifyPiece } from '../../journal/verify-piece.js';
import type { Finding } from './finding.js';

/** Rows looked at in one audit: the newest, and some of the old ones, round and round. */
const TAIL = 5_000;
const ROUND = 1_000;

/** How far the journal has been found whole: to its end, and on the round through all of it. */
export interface JournalMarks {
  tail: JournalPosition;
  round: JournalPosition;
}

/**
 * A bounded piece of the journal: what has come since the last audit, and the next stretch of a round that begins again at its end; and all
 * daily anchors.
 */
export async function watchJournal(tx: EntityManager): Promise<{ findings: Finding[]; marks: JournalMarks }> {
  const [marks] = await tx.query<JournalMarks[]>(
    `select jsonb_build_object('seq', tail_seq, 'hash', tail_hash) as tail,
       jsonb_build_object('seq', round_seq, 'hash', round_hash) as round from audit`,
  );
  if (!marks) throw new Error('audit is empty: the database was not migrated');
  const tail = await verifyPiece(tx, marks.tail, TAIL);
  const round = await verifyPiece(tx, marks.round, ROUND);
  const found = new Map([tail, round].flatMap(findingsOf).map((one) => [one.subject, one]));
  const { bad } = await checkAnchors(tx);
  const anchors = bad.map(({ day, why }): Finding => ({ rule: 'anchor_broken', subject: day, detail: { day, why } }));
  const next = round.ended && !round.firstBad ? START : round.to;
  return { findings: [...found.values(), ...anchors], marks: { tail: tail.to, round: next } };
}

function findingsOf({ firstBad }: Piece): Finding[] {
  return firstBad ? [{ rule: 'journal_broken', subject: String(firstBad.seq), detail: { ...firstBad } }] : [];
}
