import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AnchorFault } from '../../domain/journal-faults.js';
import { ANCHORED, type Anchor, digestOf, readAnchor } from './anchor.js';

/** An anchor that does not hold, or against which the journal does not. */
export interface BadAnchor {
  day: string;
  why: AnchorFault;
}

interface Kept {
  day: string;
  lastSeq: number;
  body: string;
  digest: string;
  /** Of the journal's row `lastSeq` as it stands now; null: there is none. */
  rowHash: string | null;
}

/**
 * Holds the journal against every daily anchor: a chain that was made anew from some row on, or cut short together with its head,
 * fits itself and no anchor. One row per day, so all are read at once.
 * @param tx of one snapshot
 */
export async function checkAnchors(tx: EntityManager): Promise<{ count: number; bad: BadAnchor[] }> {
  const kept = await tx.query<Kept[]>(
    `select a.day, a.last_seq::float8 as "lastSeq", a.body, a.digest, j.hash as "rowHash"
     from journal_anchor a left join journal j on j.seq = a.last_seq order by a.day`,
  );
  const journalled = await journalledDigests(tx);
  const days = new Set(kept.map(({ day }) => day));
  const gone = [...journalled.keys()].filter((day) => !days.has(day));
  const bad: BadAnchor[] = gone.map((day) => ({ day, why: 'anchor_gone' }));
  let before: Anchored | null = null;
  for (const one of kept) {
    const anchor = readAnchor(one.body);
    const own = anchor ? faultOf(one, anchor, before) : 'altered';
    const why = own ?? (journalled.get(one.day) === one.digest ? null : 'not_journalled');
    if (why) bad.push({ day: one.day, why });
    if (anchor) before = { anchor, digest: one.digest };
  }
  return { count: kept.length, bad };
}

/** What the journal itself says of each day's anchor; a row that is not whole is the chain's fault and says nothing. */
async function journalledDigests(tx: EntityManager): Promise<Map<string, string>> {
  const rows = await tx.query<{ body: string }[]>('select body from journal where kind = $1 order by seq', [ANCHORED]);
  return new Map(rows.flatMap(({ body }) => readTold(body)));
}

const told = z.object({ data: z.object({ day: z.string(), digest: z.string() }) });

function readTold(body: string): [string, string][] {
  try {
    const { data } = told.parse(JSON.parse(body));
    return [[data.day, data.digest]];
  } catch {
    return [];
  }
}

interface Anchored {
  anchor: Anchor;
  digest: string;
}

function faultOf(kept: Kept, anchor: Anchor, before: Anchored | null): AnchorFault | null {
  const isItself = digestOf(kept.body) === kept.digest && anchor.day === kept.day && anchor.lastSeq === kept.lastSeq;
  if (!isItself) return 'altered';
  const follows = anchor.previousDigest === (before?.digest ?? null);
  if (!follows || anchor.rows !== anchor.lastSeq - (before?.anchor.lastSeq ?? 0)) return 'unlinked';
  return rowFault(anchor, kept.rowHash);
}

/** Before the first row there is nothing to hold it against. */
function rowFault({ lastSeq, headHash }: Anchor, rowHash: string | null): AnchorFault | null {
  if (lastSeq === 0) return null;
  if (rowHash === null) return 'rows_gone';
  return rowHash === headHash ? null : 'rows_changed';
}

/** What comes of holding the journal against an anchor that was deposited elsewhere. */
export type Deposited = { anchor: Anchor; why: AnchorFault | null } | { anchor: null; why: 'altered' };

/**
 * The chain itself is verified besides: together they prove every row up to `lastSeq`.
 * @param text of the deposited file
 */
export async function checkDeposited(tx: EntityManager, text: string): Promise<Deposited> {
  const anchor = readAnchor(text);
  if (!anchor) return { anchor: null, why: 'altered' };
  const [row] = await tx.query<{ hash: string }[]>('select hash from journal where seq = $1', [anchor.lastSeq]);
  const fault = rowFault(anchor, row?.hash ?? null);
  if (fault) return { anchor, why: fault };
  const [ours] = await tx.query<{ digest: string }[]>('select digest from journal_anchor where day = $1', [anchor.day]);
  if (!ours) return { anchor, why: 'anchor_gone' };
  return { anchor, why: ours.digest === digestOf(text) ? null : 'another' };
}
