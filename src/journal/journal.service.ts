import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { JournalLine } from '../contract/incident.js';
import { readableRows } from './restricted.js';
import type { Entry } from './chain.js';
import { inOneSnapshot } from './snapshot.js';
import { type Verification, verifyJournal } from './verify-journal.js';
import { journalHead, type JournalPosition } from './verify-piece.js';

interface StoredRow {
  body: string;
}

/** Reading and verifying the journal. Writing is `append()`, inside the transaction of the change itself. */
@Injectable()
export class JournalService {
  constructor(private readonly db: DataSource) {}

  position(db: EntityManager = this.db.manager): Promise<JournalPosition> {
    return journalHead(db);
  }

  /** Rows after `seq`, oldest first. */
  async after(seq: number, limit: number, db: EntityManager = this.db.manager): Promise<JournalLine[]> {
    const rows = await db.query<StoredRow[]>('select body from journal where seq > $1 order by seq limit $2', [
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
    const rows = await this.db.query<StoredRow[]>('select body from journal where incident_id = $1 order by seq', [
      incidentId,
    ]);
    return rows.map((row) => JSON.parse(row.body) as Entry);
  }

  /** Rows of the given kinds up to a position, oldest first: what reports are folded from. */
  async ofKinds(kinds: string[], upTo: number): Promise<JournalLine[]> {
    const rows = await this.db.query<StoredRow[]>(
      'select body from journal where kind = any($1) and seq <= $2 order by seq',
      [kinds, upTo],
    );
    return rows.map((row) => JSON.parse(row.body) as Entry);
  }

  /** All of it as it stands at one moment, held against its anchors; rows written meanwhile belong to the next time. */
  verify(): Promise<Verification> {
    return inOneSnapshot(this.db, verifyJournal);
  }
}
