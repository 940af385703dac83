import type { StandingFinding } from './audit.js';
import type { Calm } from './calm.js';
import type { IncidentLine, JournalLine } from './incident.js';
import type { StoryLine } from './story.js';

/** Sent on every connect and on every resync: the whole truth at journal position `seq`. */
export interface BoardSnapshot {
  seq: number;
  /** Server time, ISO UTC; the client counts down by it, never by its own clock. */
  now: string;
  incidents: IncidentLine[];
  /** The newest of each lane. */
  national: StoryLine[];
  triage: StoryLine[];
  /** Stories of the whole lanes. */
  laneCounts: { national: number; triage: number };
  bureaus: BureauName[];
  /** Who is behind the account ids of journal rows and signatures. */
  people: PersonName[];
  /** The latest happenings, newest first. */
  recent: JournalLine[];
  calm: Calm;
}

export interface PersonName {
  id: string;
  name: string;
  /** Of whoever may sign in for a bureau; null: of nobody else. */
  bureau: string | null;
}

export interface BureauName {
  code: string;
  nameZh: string;
  nameEn: string;
}

/** Journal rows `after + 1 .. seq`, gap-free, with the present state of every incident they touch. */
export interface BoardEntries {
  after: number;
  seq: number;
  now: string;
  entries: JournalLine[];
  incidents: IncidentLine[];
  /** Incidents that are no longer open (dismissed) or no longer visible to this person. */
  gone: string[];
}

/** Every 5 s. No tick for 15 s means the signal is lost. */
export interface BoardTick {
  now: string;
  seq: number;
  calm: Calm;
  /** True when the last sweep of the deadline engine is older than 10 s. */
  sweepLate: boolean;
  /** Since when the database's clock is doubted (it jumped), ISO UTC; null after ten quiet minutes. */
  clockSuspectSince: string | null;
  /** What the auditor found and what stands, the oldest first; empty for whoever is not concerned with the engine. */
  findings: StandingFinding[];
}

export interface ToScreen {
  snapshot: (snapshot: BoardSnapshot) => void;
  entries: (entries: BoardEntries) => void;
  tick: (tick: BoardTick) => void;
  /** The session ended or the role changed: sign in again. */
  ended: () => void;
}

export interface FromScreen {
  /** The client saw a gap (or reconciles, every 30 s): send a snapshot. */
  resync: () => void;
}

/** socket.io path; the namespace is the default one. */
export const BOARD_PATH = '/socket';
