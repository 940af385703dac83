import type { WallLine } from '../../contract/wall.js';
import { shiftAt } from './shift.js';
import { arrangeWall, turnAt, TURN_MS } from './turns.js';
import { barsOfBureaus, barsOfFocuses, nextDue } from './wall-figures.js';

const now = Date.parse('2026-11-22T06:00:00Z');
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

function line(id: string, level: WallLine['level'], dueInMinutes: number | null, lead = 'FILM'): WallLine {
  const clocks = dueInMinutes === null ? [] : [clockDue(dueInMinutes)];
  const rest = { title: id, stage: 'collection', focus: [], openedAt: at(-60), acknowledged: false } as const;
  return { id, number: id, level, lead, clocks, ...rest } as unknown as WallLine;
}
const clockDue = (minutes: number): WallLine['clocks'][number] => ({
  kind: 'statement_5h',
  startAt: at(minutes - 300),
  dueAt: at(minutes),
  state: minutes < 0 ? 'overdue' : 'running',
  metAt: null,
});
const many = (count: number, level: WallLine['level'], from = 100): WallLine[] =>
  Array.from({ length: count }, (_, n) => line(`${level}${n}`, level, from + n));
const ids = (lines: WallLine[]): string[] => lines.map(({ id }) => id);
const room = { roomy: 5, close: 8 };

describe('the rows of a wall', () => {
  it('are all in sight while there is room, pinned ones first, each part by urgency', () => {
    const lines = [line('quiet', 'IV', null), line('later', 'I', 200), line('soon', 'III', 10), line('over', 'IV', -5)];
    const { close, fixed, pages } = arrangeWall(lines, room, now);
    expect([close, ids(fixed), pages]).toEqual([false, ['over', 'later', 'soon', 'quiet'], []]);
  });

  it('are set close before any of them has to leave', () => {
    const { close, fixed, pages } = arrangeWall(many(8, 'III'), room, now);
    expect([close, fixed.length, pages]).toEqual([true, 8, []]);
  });

  it('take turns below those that are pinned, each of them once a round', () => {
    const { close, fixed, pages, pinnedTurning } = arrangeWall([...many(3, 'II'), ...many(7, 'III')], room, now);
    expect([close, ids(fixed), pinnedTurning]).toEqual([false, ['II0', 'II1', 'II2'], 0]);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
    expect(ids(pages.flat())).toEqual(many(7, 'III').map(({ id }) => id));
  });

  it('are spread evenly over the pages', () => {
    const { pages } = arrangeWall([...many(2, 'II'), ...many(7, 'III')], room, now);
    expect(pages.map((page) => page.length)).toEqual([3, 2, 2]);
  });

  it('are set close so that everything pinned can stand', () => {
    const { close, fixed, pages } = arrangeWall([...many(6, 'I'), ...many(9, 'IV')], room, now);
    expect([close, fixed.length, pages[0]?.length]).toEqual([true, 6, 2]);
  });

  it('say how many pinned ones must take turns when the screen cannot hold them all; the most urgent stand', () => {
    const { fixed, pages, pinnedTurning } = arrangeWall(
      [line('over', 'IV', -1), ...many(9, 'I'), ...many(2, 'IV')],
      room,
      now,
    );
    expect(fixed.map(({ id }) => id)).toEqual(['over', 'I0', 'I1', 'I2', 'I3', 'I4']);
    expect(pinnedTurning).toBe(4);
    expect(ids(pages.flat())).toEqual(['I5', 'I6', 'I7', 'I8', 'IV0', 'IV1']);
  });

  it('move up in the second of the limit, before the server says so', () => {
    const due = { ...line('due', 'IV', 0), clocks: [{ ...clockDue(0), state: 'running' as const }] };
    const lines = [due, ...many(6, 'III')];
    expect(arrangeWall(lines, { roomy: 3, close: 3 }, now).fixed).toEqual([]);
    expect(ids(arrangeWall(lines, { roomy: 3, close: 3 }, now + 1).fixed)).toEqual(['due']);
  });

  it('turn by the time of the server, round and round', () => {
    const turns = [0, 1, 2, 3].map((n) => turnAt(n * TURN_MS, 3));
    expect(turns).toEqual([0, 1, 2, 0]);
    expect(turnAt(TURN_MS - 1, 3)).toBe(0);
    expect(turnAt(now, 0)).toBe(0);
  });

  it('stand aside by a few px each minute and come back', () => {
    const round = Array.from({ length: 10 }, (_, n) => shiftAt(n * 60_000));
    expect(new Set(round.map(String)).size).toBe(9);
    expect(round[9]).toEqual(round[0]);
    expect(Math.max(...round.flat().map(Math.abs))).toBeLessThanOrEqual(4);
  });
});

describe('the figures of a wall', () => {
  const lines = [line('a', 'I', -5, 'TV'), line('b', 'II', 10), line('c', 'II', 40), line('d', 'IV', null, 'ART')];

  it('are by bureau, the overdue first, and by focus, always all four', () => {
    expect(barsOfBureaus(lines, now)).toEqual([
      { key: 'TV', open: 1, overdue: 1 },
      { key: 'FILM', open: 2, overdue: 0 },
      { key: 'ART', open: 1, overdue: 0 },
    ]);
    const bars = barsOfFocuses([{ ...line('e', 'I', 1), focus: ['MAJOR_POLICY', 'MAJOR_EMERGENCY'] }], now);
    expect(bars.map(({ open }) => open)).toEqual([1, 0, 0, 1]);
  });

  it('name the limit that comes next, not one that has passed', () => {
    expect(nextDue(lines, now)?.line.id).toBe('b');
    expect(nextDue([line('a', 'I', -5)], now)).toBeNull();
    const both = { ...line('x', 'I', -5), clocks: [clockDue(-5), clockDue(900)] };
    expect(nextDue([both], now)?.due).toBe(Date.parse(at(900)));
  });
});
