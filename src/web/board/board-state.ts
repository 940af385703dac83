import type { BoardEntries, BoardSnapshot, BoardTick, BureauName, PersonName } from '../../contract/board.js';
import type { StandingFinding } from '../../contract/audit.js';
import type { Calm } from '../../contract/calm.js';
import type { IncidentLine, JournalLine } from '../../contract/incident.js';
import type { StoryLine } from '../../contract/story.js';
import { toldRows } from './told.js';

/** How many happenings the board keeps in sight. */
const RECENT = 60;
/** Batches kept for a snapshot; when more come first, the next one finds the gap. */
const WAITING = 100;

/** What the screen knows, as of journal position `seq`. */
export interface BoardState {
  /** Null until the first snapshot. */
  seq: number | null;
  /** Entries were missed: what is shown may be old until the next snapshot. */
  gap: boolean;
  /** Entries that came before the snapshot which they go on from. */
  waiting: readonly BoardEntries[];
  /** The latest tick named an earlier position than ours: two in a row, and the server has gone back. */
  wentBack: boolean;
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
  waiting: [],
  wentBack: false,
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

/**
 * A snapshot is the whole truth and replaces everything; only the knowledge of what is new to this screen survives it. What
 * was heard while it was on its way goes on from it.
 */
function takeSnapshot(state: BoardState, snapshot: BoardSnapshot): BoardState {
  if (state.seq !== null && !state.gap && snapshot.seq < state.seq) return takeOvertaken(state, snapshot);
  const incidents = new Map(snapshot.incidents.map((line) => [line.id, line]));
  const arrived = state.seq === null ? [] : [...incidents.keys()].filter((id) => !state.incidents.has(id));
  const fresh = new Set([...state.fresh, ...arrived].filter((id) => incidents.has(id)));
  const whole: BoardState = {
    ...state,
    ...besideEntries(snapshot),
    seq: snapshot.seq,
    gap: false,
    waiting: [],
    wentBack: false,
    incidents,
    recent: toldRows(snapshot.recent).slice(0, RECENT),
    calm: snapshot.calm,
    fresh,
  };
  return state.waiting.reduce(takeEntries, whole);
}

/** Entries have gone past this snapshot since it was read: of it only what no entry carries. */
function takeOvertaken(state: BoardState, snapshot: BoardSnapshot): BoardState {
  return { ...state, ...besideEntries(snapshot) };
}

function besideEntries({ national, triage, laneCounts, bureaus, people }: BoardSnapshot) {
  return { national, triage, laneCounts, bureaus, people };
}

/**
 * Applies entries that go on from `seq`, of a batch that begins before it the newer part: what it says of a case is never older
 * than its last row. Anything else is a gap, and nothing is applied until a snapshot has closed it: a board with a hole must not
 * look whole.
 */
function takeEntries(state: BoardState, batch: BoardEntries): BoardState {
  if (state.seq === null || state.gap) return { ...state, waiting: [...state.waiting, batch].slice(-WAITING) };
  const { seq } = state;
  if (batch.seq <= seq) return state;
  if (batch.after > seq) return { ...state, gap: true, waiting: [batch] };
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
  const news = batch.entries.filter((row) => row.seq > seq).sort((a, b) => b.seq - a.seq);
  return {
    ...state,
    seq: batch.seq,
    incidents,
    fresh,
    recent: toldRows([...news, ...state.recent]).slice(0, RECENT),
  };
}

/**
 * A tick names the server's position. Entries come before the tick that counts them, so a later position than ours means that
 * some were missed; an earlier one is a tick overtaken by entries, unless the next says it again (restored from a copy).
 */
function takeTick(state: BoardState, tick: BoardTick): BoardState {
  const isBack = state.seq !== null && tick.seq < state.seq;
  const isMissing = state.seq !== null && tick.seq > state.seq;
  return {
    ...state,
    calm: tick.calm,
    sweepLate: tick.sweepLate,
    clockSuspectSince: tick.clockSuspectSince,
    findings: tick.findings,
    wentBack: isBack,
    gap: state.gap || isMissing || (isBack && state.wentBack),
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
