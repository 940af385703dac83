import type { ClockState } from '../../contract/clock.js';
import type { IncidentLine } from '../../contract/incident.js';
import { arrange, belongs, countUp } from './board-order.js';
import { milestones } from './milestones.js';
import { signalOf } from './signal.js';

const now = Date.parse('2026-11-22T06:00:00Z');
const minute = 60_000;

function line(
  id: string,
  dueInMinutes: number | null,
  state: ClockState = 'running',
  acknowledged = true,
): IncidentLine {
  const dueAt = new Date(now + (dueInMinutes ?? 0) * minute).toISOString();
  const clocks = dueInMinutes === null ? [] : [{ kind: 'statement_5h', dueAt, state }];
  const acknowledgedAt = acknowledged ? dueAt : null;
  return { id, clocks, acknowledgedAt, openedAt: '2026-11-22T01:00:00Z' } as unknown as IncidentLine;
}
const ids = (lines: IncidentLine[]): string[] => lines.map((one) => one.id);

describe('the order of the table', () => {
  const lines = [line('later', 300), line('none', null), line('over', -5), line('soon', 20), line('met', -60, 'met')];

  it('is overdue, then due soonest, then without an open limit', () => {
    expect(ids(arrange(lines, null).rows)).toEqual(['over', 'soon', 'later', 'met', 'none']);
  });

  it('holds still under a hand: new ones wait, gone ones leave, nothing moves', () => {
    const held = ['later', 'gone', 'over'];
    expect(arrange(lines, held)).toMatchObject({ waiting: 3 });
    expect(ids(arrange(lines, held).rows)).toEqual(['later', 'over']);
  });

  it('holds no empty table: what comes to it is seen at once', () => {
    expect(arrange(lines, [])).toMatchObject({ waiting: 0 });
    expect(ids(arrange(lines, ['gone']).rows)).toEqual(['over', 'soon', 'later', 'met', 'none']);
  });
});

describe('the counters', () => {
  it('count by the instants, the limit itself still in time', () => {
    expect(belongs(line('a', 0), 'overdue', now)).toBe(false);
    expect(belongs(line('a', 0), 'soon', now)).toBe(true);
    expect(belongs(line('a', 61), 'soon', now)).toBe(false);
    expect(belongs(line('a', -90, 'met'), 'overdue', now)).toBe(false);
  });

  it('count each incident under every heading it belongs to', () => {
    const all = [line('a', -5, 'overdue', false), line('b', 10), line('c', null, 'running', false)];
    expect(countUp(all, now)).toEqual({ all: 3, overdue: 1, soon: 1, unsigned: 2 });
  });
});

describe('milestones for the live region', () => {
  it('speak once, when the mark is passed', () => {
    const lines = [line('a', 30)];
    expect(milestones(lines, now - 1000, now).map((m) => m.minutes)).toEqual([30]);
    expect(milestones(lines, now, now + 1000)).toEqual([]);
  });

  it('say only the latest of the marks that passed while the page slept, and nothing of an answered clock', () => {
    const lines = [line('a', 5), line('b', 5, 'met')];
    expect(milestones(lines, now - 120 * minute, now)).toMatchObject([{ incident: { id: 'a' }, minutes: 10 }]);
  });
});

describe('the signal', () => {
  it('is live only while connected and heard within 15 s', () => {
    expect(signalOf(false, null, 100)).toEqual({ state: 'starting' });
    expect(signalOf(true, 14_999, 0)).toEqual({ state: 'live' });
    expect(signalOf(false, 4_000, 0)).toEqual({ state: 'reconnecting' });
    expect(signalOf(true, 15_000, 0)).toEqual({ state: 'lost', seconds: 15 });
    expect(signalOf(false, null, 16_000)).toEqual({ state: 'lost', seconds: 16 });
  });
});
