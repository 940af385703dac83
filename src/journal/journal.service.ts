import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { JournalLine } from '../contract/incident.js';
import { readableRows } from './restricted.js';
import { bodyOf, type Entry, GENESIS, link } from './chain.js';

interface StoredRow {
  seq: string;
  at: Date;
  kind: string;
  incident_id: string | null;
  actor: string;
  body: string;
  hash: string;
}

export interface JournalPosition {
  seq: number;
  hash: string;
}

/** `firstBad` is the seq of the first row that does not fit; null when the whole chain holds. */
export interface Verification {
  rows: number;
  firstBad: { seq: number; why: string } | null;
}

const PAGE = 1_000;

/** Reading and verifying the journal. Writing is `append()`, inside the transaction of the change itself. */
@Injectable()
export class JournalService {
  constructor(private readonly db: DataSource) {}

  async position(db: EntityManager = this.db.manager): Promise<JournalPosition> {
    const [head] = await db.query<{ seq: string; hash: string }[]>('select seq, hash from journal_head');
    return { seq: Number(head?.seq ?? 0), hash: head?.hash ?? GENESIS };
  }

  /** Rows after `seq`, oldest first. */
  async after(seq: number, limit: number, db: EntityManager = this.db.manager): Promise<JournalLine[]> {
    const rows = await db.query<StoredRow[]>('select * from journal where seq > $1 order by seq limit $2', [
      seq,
      limit,
    ]);
    return rows.map((row) => JSON.parse(row.body) as Entry);
  }

  /** The same as one person may read them: of matters restricted to others no row says anything. */
  readableBy(personId: string, seq: number, limit: number): Promise<JournalLine[]> {
    return this.db.transaction('REPEATABLE READ', async (tx) =>
      readableRows(tx, personId, await this.after(seq, limit, tx)),
    );
  }

  async ofIncident(incidentId: string): Promise<JournalLine[]> {
    const rows = await this.db.query<StoredRow[]>('select * from journal where incident_id = $1 order by seq', [
      incidentId,
    ]);
    return rows.map((row) => JSON.parse(row.body) as Entry);
  }

  /** Rows of the given kinds up to a position, oldest first: what reports are folded from. */
  async ofKinds(kinds: string[], upTo: number): Promise<JournalLine[]> {
    const rows = await this.db.query<StoredRow[]>(
      'select * from journal where kind = any($1) and seq <= $2 order by seq',
      [kinds, upTo],
    );
    return rows.map((row) => JSON.parse(row.body) as Entry);
  }

  /** Recomputes the whole chain as it stands at one moment; rows written meanwhile belong to the next time. */
  verify(): Promise<Verification> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('set transaction read only');
      await tx.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
      return this.verifyWithin(tx);
    });
  }

  private async verifyWithin(tx: EntityManager): Promise<Verification> {
    let previous = { seq: 0, hash: GENESIS };
    for (;;) {
      const rows = await tx.query<StoredRow[]>('select * from journal where seq > $1 order by seq limit $2', [
        previous.seq,
        PAGE,
      ]);
      for (const row of rows) {
        const why = faultOf(row, previous);
        if (why) return { rows: previous.seq, firstBad: { seq: Number(row.seq), why } };
        previous = { seq: Number(row.seq), hash: row.hash };
      }
      if (rows.length < PAGE) break;
    }
    const head = await this.position(tx);
    if (head.seq !== previous.seq || head.hash !== previous.hash) {
      return { rows: previous.seq, firstBad: { seq: previous.seq + 1, why: 'rows at the end are missing' } };
    }
    return { rows: previous.seq, firstBad: null };
  }
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
