import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/time.js';
import type { JournalRow } from '../append.js';
import { type JournalPosition, START } from '../verify-piece.js';
import { type Anchor, ANCHORED, anchorText, digestOf, readAnchor } from './anchor.js';

const DAY_MS = 86_400_000;

/**
 * Makes the anchor of one day: it covers what was written since the anchor before, up to the last row of that day. A row whose
 * transaction ends past midnight belongs to the next.
 * @param day in 北京时间, over by now
 * @returns the journal's row that says so, to be appended by the caller in the same transaction
 * @throws when the day before has no anchor yet: they follow each other day by day
 */
export async function makeAnchor(tx: EntityManager, day: string, productVersion: string): Promise<JournalRow> {
  const before = await lastAnchor(tx);
  if (before && nextDay(before.day) !== day) {
    throw new Error(`${before.day} 次日的存证尚缺 · the anchor of the day after ${before.day} is still missing`);
  }
  const from = before ? { seq: before.lastSeq, hash: before.headHash } : START;
  const to = (await lastRowOf(tx, day, from.seq)) ?? from;
  const anchor: Anchor = {
    format: 'huiying-journal-anchor/1',
    day,
    timeZone: 'Asia/Shanghai',
    madeAt: (await databaseNow(tx)).toISOString(),
    firstSeq: to.seq > from.seq ? from.seq + 1 : null,
    lastSeq: to.seq,
    rows: to.seq - from.seq,
    headHash: to.hash,
    productVersion,
    previousDigest: before?.digest ?? null,
  };
  return { kind: ANCHORED, incidentId: null, actor: 'system:watch', data: await store(tx, anchor) };
}

async function lastAnchor(tx: EntityManager): Promise<(Anchor & { digest: string }) | null> {
  const [row] = await tx.query<{ day: string; body: string; digest: string }[]>(
    'select day, body, digest from journal_anchor order by day desc limit 1',
  );
  if (!row) return null;
  const anchor = readAnchor(row.body);
  if (!anchor)
    throw new Error(`${row.day} 的存证无法读取 · the anchor of ${row.day} cannot be read: npm run verify-journal`);
  return { ...anchor, digest: row.digest };
}

async function lastRowOf(tx: EntityManager, day: string, after: number): Promise<JournalPosition | null> {
  const end = new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY_MS);
  const [row] = await tx.query<{ seq: string; hash: string }[]>(
    'select seq, hash from journal where seq > $1 and at < $2 order by seq desc limit 1',
    [after, end],
  );
  return row ? { seq: Number(row.seq), hash: row.hash } : null;
}

async function store(tx: EntityManager, anchor: Anchor): Promise<Record<string, unknown>> {
  const { day, lastSeq, rows, headHash } = anchor;
  const body = anchorText(anchor);
  const digest = digestOf(body);
  await tx.query('insert into journal_anchor (day, last_seq, body, digest) values ($1, $2, $3, $4)', [
    day,
    lastSeq,
    body,
    digest,
  ]);
  return { day, lastSeq, rows, headHash, digest };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
