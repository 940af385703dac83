import type { BoardEntries, BoardSnapshot, BoardTick, BureauName, PersonName } from '../../contract/board.js';
import type { StandingFinding } from '../../contract/audit.js';
import type { Calm } from '../../contract/calm.js';
import type { IncidentLine, JournalLine } from '../../contract/incident.js';
import type { StoryLine } from '../../contract/story.js';
import { toldRows } from './told.js';

/** How many happenings the board keeps in sight. */
const RECENT = 60;

/** What the screen knows, as of journal position `seq`. */
export interface BoardState {
  /** Null until the first snapshot. */
  seq: number | null;
  /** Entries were missed: what is shown may be old until the next snapshot. */
  gap: boolean;
  /** The `seq` of the latest tick; still unreached at the following tick, it means a gap. */
  promised: number;
  incidents: ReadonlyMap<string, IncidentLine>;
  national: readonly StoryLine[];
  triage: readonly StoryLine[];
  /** Stories of the whole lanes, of which the newest are known. */
  laneCounts: BoardSnapshot['laneCounts'];
  bureaus: readonly BureauName[];
  people: readonly PersonName[];
  /** What is told of it, newest first. */
  recent: readonly JournalLine[];
  calm: Calm | null;
  sweepLate: boolean;
  /** Since when the server doubts its own clock, ISO UTC; null when it does not. */
  clockSuspectSince: string | null;
  /** What the auditor of the engine found; told to those who can see to it. */
  findings: readonly StandingFinding[];
  /** Incidents that arrived while the board was open and have not been marked as seen. */
  fresh: ReadonlySet<string>;
}

export type BoardEvent =
  | { type: 'snapshot'; snapshot: BoardSnapshot }
  | { type: 'entries'; entries: BoardEntries }
  | { type: 'tick'; tick: BoardTick }
  | { type: 'seen'; ids: readonly string[] };

export const emptyBoard: BoardState = {
  seq: null,
  gap: false,
  promised: 0,
  incidents: new Map(),
  national: [],
  triage: [],
  laneCounts: { national: 0, triage: 0 },
  bureaus: [],
  people: [],
  recent: [],
  calm: null,
  sweepLate: false,
  clockSuspectSince: null,
  findings: [],
  fresh: new Set(),
};

/** A snapshot is the whole truth and replaces everything; only the knowledge of what is new to this screen survives it. */
function takeSnapshot(state: BoardState, snapshot: BoardSnapshot): BoardState {
  const incidents = new Map(snapshot.incidents.map((line) => [line.id, line]));
  const arrived = state.seq === null ? [] : [...incidents.keys()].filter((id) => !state.incidents.has(id));
  const fresh = new Set([...state.fresh, ...arrived].filter((id) => incidents.has(id)));
  return {
    seq: snapshot.seq,
    gap: false,
    promised: snapshot.seq,
    incidents,
    national: snapshot.national,
    triage: snapshot.triage,
    laneCounts: snapshot.laneCounts,
    bureaus: snapshot.bureaus,
    people: snapshot.people,
    recent: toldRows(snapshot.recent).slice(0, RECENT),
    calm: snapshot.calm,
    sweepLate: state.sweepLate,
    clockSuspectSince: state.clockSuspectSince,
    findings: state.findings,
    fresh,
  };
}

/**
 * Applies entries that join exactly at `seq`; older ones are dropped (already in the snapshot); anything else is a gap, and
 * nothing is applied until a snapshot has closed it: a board with a hole must not look whole.
 */
function takeEntries(state: BoardState, batch: BoardEntries): BoardState {
  if (state.seq === null || state.gap || batch.seq <= state.seq) return state;
  if (batch.after !== state.seq) return { ...state, gap: true };
  const incidents = new Map(state.incidents);
  const fresh = new Set(state.fresh);
  for (const line of batch.incidents) {
    if (!incidents.has(line.id)) fresh.add(line.id);
    incidents.set(line.id, line);
  }
  for (const id of batch.gone) {
    incidents.delete(id);
    fresh.delete(id);
  }
  const recent = toldRows([...batch.entries].sort((a, b) => b.seq - a.seq).concat(state.recent));
  return { ...state, seq: batch.seq, incidents, fresh, recent: recent.slice(0, RECENT) };
}

/** A tick names the server's position. One that the entries have not reached by the next tick is a gap; so is a smaller one. */
function takeTick(state: BoardState, tick: BoardTick): BoardState {
  const behind = state.seq !== null && (state.promised > state.seq || tick.seq < state.seq);
  return {
    ...state,
    calm: tick.calm,
    sweepLate: tick.sweepLate,
    clockSuspectSince: tick.clockSuspectSince,
    findings: tick.findings,
    promised: Math.max(tick.seq, 0),
    gap: state.gap || behind,
  };
}

function markSeen(state: BoardState, ids: readonly string[]): BoardState {
  const fresh = new Set(state.fresh);
  for (const id of ids) fresh.delete(id);
  return fresh.size === state.fresh.size ? state : { ...state, fresh };
}

/** The next state. `gap` in the answer means: ask the server for a snapshot. */
export function boardState(state: BoardState, event: BoardEvent): BoardState {
  switch (event.type) {
    case 'snapshot':
      return takeSnapshot(state, event.snapshot);
    case 'entries':
      return takeEntries(state, event.entries);
    case 'tick':
      return takeTick(state, event.tick);
    case 'seen':
      return markSeen(state, event.ids);
  }
}
