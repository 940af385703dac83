import type { BoardEntries, BoardSnapshot, BoardTick } from '../../contract/board.js';
import type { Calm } from '../../contract/calm.js';
import type { IncidentLine, JournalLine } from '../../contract/incident.js';
import { boardState, emptyBoard, type BoardEvent, type BoardState } from './board-state.js';

const now = '2026-11-22T06:00:00Z';
const calm: Calm = {
  seeing: true,
  blindSince: null,
  causes: [],
  causeCount: 0,
  core: { watched: 2, readUntil: now },
  paused: [],
  pausedCount: 0,
  checkedAt: now,
};

function line(id: string, title = id): IncidentLine {
  return { id, title, version: 1, clocks: [] } as unknown as IncidentLine;
}
function entry(seq: number): JournalLine {
  return { seq, at: now, kind: 'incident_opened', incidentId: null, actor: 'system', data: {} };
}
function snapshot(seq: number, ids: string[]): BoardEvent {
  const body: BoardSnapshot = {
    seq,
    now,
    incidents: ids.map((id) => line(id)),
    national: [],
    triage: [],
    laneCounts: { national: 0, triage: 0 },
    bureaus: [],
    people: [],
    recent: [entry(seq)],
    calm,
  };
  return { type: 'snapshot', snapshot: body };
}
function entries(after: number, seq: number, incidents: IncidentLine[] = [], gone: string[] = []): BoardEvent {
  const rows = Array.from({ length: seq - after }, (_, i) => entry(after + 1 + i));
  const body: BoardEntries = { after, seq, now, entries: rows, incidents, gone };
  return { type: 'entries', entries: body };
}
function tick(
  seq: number,
  sweepLate = false,
  clockSuspectSince: string | null = null,
  findings: BoardTick['findings'] = [],
): BoardEvent {
  const body: BoardTick = { now, seq, calm, sweepLate, clockSuspectSince, findings };
  return { type: 'tick', tick: body };
}
const play = (...events: BoardEvent[]): BoardState => events.reduce(boardState, emptyBoard);

describe('the board joins what it hears', () => {
  it('starts from a snapshot and goes on with the entries that came before it', () => {
    expect(play(entries(0, 1, [line('a')]))).toMatchObject({ seq: null, incidents: new Map() });
    const state = play(snapshot(7, ['a', 'b']));
    expect([...state.incidents.keys()]).toEqual(['a', 'b']);
    expect(state).toMatchObject({ seq: 7, gap: false });
    expect(state.fresh.size).toBe(0);
    const joined = play(entries(6, 7, [line('z')]), entries(7, 8, [line('c')]), snapshot(7, ['a', 'b']));
    expect([...joined.incidents.keys()]).toEqual(['a', 'b', 'c']);
    expect(joined).toMatchObject({ seq: 8, gap: false, waiting: [] });
  });

  it('applies entries that join, newest happening first, and marks what is new', () => {
    const state = play(snapshot(7, ['a']), entries(7, 9, [line('b'), line('a', 'renamed')]));
    expect(state.seq).toBe(9);
    expect(state.incidents.get('a')?.title).toBe('renamed');
    expect(state.recent.map((row) => row.seq)).toEqual([9, 8, 7]);
    expect([...state.fresh]).toEqual(['b']);
  });

  it('takes away what is gone', () => {
    const state = play(snapshot(7, ['a', 'b']), entries(7, 8, [], ['a']));
    expect([...state.incidents.keys()]).toEqual(['b']);
  });

  it('drops what the snapshot already holds', () => {
    const before = play(snapshot(7, ['a']));
    expect(boardState(before, entries(5, 7, [line('z')]))).toBe(before);
  });

  it('applies nothing across a gap until a snapshot closes it', () => {
    const holed = play(snapshot(7, ['a']), entries(8, 9, [line('b')]));
    expect(holed).toMatchObject({ gap: true, seq: 7 });
    const waiting = boardState(holed, entries(9, 10, [line('c')]));
    expect([...waiting.incidents.keys()]).toEqual(['a']);
    const healed = boardState(waiting, snapshot(9, ['a', 'b']));
    expect(healed).toMatchObject({ gap: false, seq: 10 });
    expect([...healed.fresh]).toEqual(['b', 'c']);
    expect(boardState(waiting, snapshot(8, ['a'])).incidents.has('b')).toBe(true);
  });

  it('finds the gap that a snapshot leaves before what waited for it', () => {
    expect(play(snapshot(7, []), entries(8, 9), snapshot(7, []))).toMatchObject({ gap: true, seq: 7 });
  });

  it('takes of overlapping entries what is new', () => {
    const state = play(snapshot(7, []), entries(5, 9, [line('b')]));
    expect(state).toMatchObject({ gap: false, seq: 9 });
    expect(state.recent.map((row) => row.seq)).toEqual([9, 8, 7]);
  });

  it('does not go back to a snapshot that entries have overtaken', () => {
    const state = play(snapshot(7, ['a']), entries(7, 9, [line('b')]), snapshot(8, ['a']));
    expect(state).toMatchObject({ gap: false, seq: 9 });
    expect([...state.incidents.keys()]).toEqual(['a', 'b']);
  });

  it('asks again when a tick names a position it has not reached', () => {
    expect(play(snapshot(7, []), entries(7, 9), tick(9)).gap).toBe(false);
    expect(play(snapshot(7, []), tick(9)).gap).toBe(true);
  });

  it('asks again when two ticks say that the server has gone back (restored from a copy)', () => {
    expect(play(snapshot(7, ['a']), tick(3)).gap).toBe(false);
    expect(play(snapshot(7, ['a']), tick(3), tick(7), tick(3)).gap).toBe(false);
    const back = play(snapshot(7, ['a']), tick(3), tick(3));
    expect(back.gap).toBe(true);
    expect(boardState(back, snapshot(3, [])).incidents.size).toBe(0);
  });

  it('keeps calm and the late sweep from the tick', () => {
    expect(play(snapshot(7, []), tick(7, true))).toMatchObject({ sweepLate: true, calm });
  });

  it('keeps a doubt about the clock until a tick takes it back', () => {
    const doubted = play(snapshot(7, []), tick(7, false, now));
    expect(doubted.clockSuspectSince).toBe(now);
    expect(boardState(doubted, snapshot(8, [])).clockSuspectSince).toBe(now);
    expect(boardState(doubted, tick(7)).clockSuspectSince).toBeNull();
  });

  it('keeps what the auditor found until a tick takes it back', () => {
    const findings: BoardTick['findings'] = [{ rule: 'wrong_due', count: 1, since: now, faults: [] }];
    const warned = play(snapshot(7, []), tick(7, false, null, findings));
    expect(boardState(warned, snapshot(8, [])).findings).toEqual(findings);
    expect(boardState(warned, tick(7)).findings).toEqual([]);
  });

  it('forgets what is new once it has been seen, or has gone', () => {
    const state = play(snapshot(1, []), entries(1, 2, [line('a'), line('b')]), { type: 'seen', ids: ['a'] });
    expect([...state.fresh]).toEqual(['b']);
    expect(boardState(state, snapshot(3, ['a'])).fresh.size).toBe(0);
  });

  it('keeps a bounded number of happenings', () => {
    expect(play(snapshot(0, []), entries(0, 500)).recent).toHaveLength(60);
  });
});
