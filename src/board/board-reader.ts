import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { briefly, readCalm } from '../calm/read-calm.js';
import type { BoardEntries, BoardSnapshot, BureauName, PersonName } from '../contract/board.js';
import type { CanaryPassed } from '../contract/canary.js';
import type { JournalLine } from '../contract/incident.js';
import { databaseNow } from '../database/time.js';
import { IncidentReader } from '../incidents/incident-reader.js';
import { CANARY_FIRED } from '../journal/canary-kind.js';
import { type Restricted, restrictedAmong } from '../journal/restricted.js';
import { JournalService } from '../journal/journal.service.js';
import { Settings } from '../settings/settings.js';
import { lanePage } from '../stories/story-line.js';
import { onBoard, recentRows } from './recent.js';

const RECENT = 50;
/** Stories of a lane that a board shows; the others are read page by page. */
const LANE = 100;

/** What a board shows, with what not everybody may see of it; it leaves the house only through `snapshotFor`. */
export interface BoardReading extends BoardSnapshot {
  restricted: Restricted[];
}

/** What the journal has brought: for the screens, and the self-checks among it, which no screen is told of. */
export interface BoardNews {
  entries: BoardEntries;
  /** Which of the cases touched not everybody may see. */
  restricted: Restricted[];
  canaries: CanaryPassed[];
  /** An account was changed: sessions may have ended with it. */
  accounts: boolean;
  /** So was a wall. */
  walls: boolean;
}

/** Reads what a board shows. Everything of one answer is read in one snapshot of the database. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly db: DataSource,
    private readonly incidents: IncidentReader,
    private readonly journal: JournalService,
    private readonly settings: Settings,
  ) {}

  snapshot(): Promise<BoardReading> {
    return this.consistently(async (db) => {
      const [incidents, recent] = [await this.incidents.open(db), await recentRows(db, RECENT)];
      const ids = [...incidents.map(({ id }) => id), ...recent.flatMap(({ incidentId }) => incidentId ?? [])];
      return { ...(await this.around(db)), incidents, recent, restricted: await restrictedAmong(db, ids) };
    });
  }

  private async around(db: EntityManager): Promise<Omit<BoardSnapshot, 'incidents' | 'recent'>> {
    return {
      seq: (await this.journal.position(db)).seq,
      now: (await databaseNow(db)).toISOString(),
      ...(await this.lanes(db)),
      bureaus: this.bureaus(),
      people: await db.query<PersonName[]>(
        `select id, display_name as name, case when disabled_at is null then bureau end as bureau from account order by id`,
      ),
      calm: briefly(await readCalm(db, this.settings.policy)),
    };
  }

  /** Journal rows after a position with the present state of the cases they touch; null when there are none. */
  newsAfter(seq: number, most: number): Promise<BoardNews | null> {
    return this.consistently(async (db) => {
      const rows = await this.journal.after(seq, most, db);
      const last = rows.at(-1);
      if (!last) return null;
      const touched = [...new Set(rows.flatMap((row) => row.incidentId ?? []))];
      const { lines, gone, restricted } = await this.incidents.lines(db, touched);
      const known = new Set([...lines.map((line) => line.id), ...gone]);
      const entries = rows.filter((row) => onBoard(row) && (row.incidentId === null || known.has(row.incidentId)));
      const now = (await databaseNow(db)).toISOString();
      return {
        entries: { after: seq, seq: last.seq, now, entries, incidents: lines, gone },
        restricted,
        canaries: rows.flatMap(canaryOf),
        accounts: rows.some(({ kind }) => kind.startsWith('account.')),
        walls: rows.some(({ kind }) => kind.startsWith('wall.')),
      };
    });
  }

  private async lanes(db: EntityManager): Promise<Pick<BoardSnapshot, 'national' | 'triage' | 'laneCounts'>> {
    const page = (lane: 'national' | 'triage') => lanePage(db, this.settings.rules, { lane, limit: LANE });
    const [national, triage] = [await page('national'), await page('triage')];
    return {
      ...{ national: national.items, triage: triage.items },
      laneCounts: { national: national.count, triage: triage.count },
    };
  }

  private bureaus(): BureauName[] {
    return this.settings.rules.bureaus.units.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }));
  }

  private consistently<T>(read: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction('REPEATABLE READ', read);
  }
}

function canaryOf({ kind, incidentId, seq }: JournalLine): CanaryPassed[] {
  return kind === CANARY_FIRED && incidentId !== null ? [{ incidentId, seq }] : [];
}
