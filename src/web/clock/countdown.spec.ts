import type { ClockState } from '../../contract/clock.js';
import { clockWords, hms, spell, standingOf, type Say } from './countdown.js';

const start = Date.parse('2026-11-22T00:52:00Z');
const hour = 3_600_000;

function clock(state: ClockState, metAfterMs?: number) {
  return {
    startAt: new Date(start).toISOString(),
    dueAt: new Date(start + 5 * hour).toISOString(),
    state,
    metAt: metAfterMs === undefined ? null : new Date(start + metAfterMs).toISOString(),
  };
}

const words: Record<string, string> = {
  'clock.left': '剩 {time}',
  'clock.over': '超时 {time}',
  'clock.met': '{took} 达标',
  'clock.late': '超时{over}',
  'clock.waived': '已免除',
  'duration.minutes': '{m}分',
  'duration.hours': '{h}小时{m}分',
  'duration.days': '{d}天{h}小时',
};
const say: Say = (key, params = {}) =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));

const at = (state: ClockState, now: number, metAfterMs?: number) =>
  clockWords(standingOf(clock(state, metAfterMs), start + now), say);

describe('a clock on the board', () => {
  it('counts down in fixed width', () => {
    expect(at('running', 0)).toBe('剩 05:00:00');
    expect(at('running', 5 * hour - 2_463_000)).toBe('剩 00:41:03');
  });

  it('presses in the last hour, and not a millisecond before', () => {
    expect(standingOf(clock('running'), start + 4 * hour - 1).tone).toBe('running');
    expect(standingOf(clock('running'), start + 4 * hour).tone).toBe('soon');
  });

  it('is in time at the limit itself and over right after it, whatever the stored state still says', () => {
    expect(standingOf(clock('running'), start + 5 * hour).tone).toBe('soon');
    expect(at('running', 5 * hour)).toBe('剩 00:00:00');
    expect(standingOf(clock('running'), start + 5 * hour + 1).tone).toBe('overdue');
    expect(at('overdue', 5 * hour + 761_000)).toBe('超时 00:12:41');
  });

  it('freezes its verdict', () => {
    expect(at('met', 99 * hour, 3 * hour + 42 * 60_000 + 59_000)).toBe('3小时42分 达标');
    expect(at('late', 99 * hour, 5 * hour + 70 * 60_000)).toBe('超时70分');
    expect(at('waived', 99 * hour)).toBe('已免除');
  });

  it('never calls a late answer "over by 0 minutes"', () => {
    expect(at('late', 6 * hour, 5 * hour + 20_000)).toBe('超时1分');
  });

  it('shows how much of the time is gone, frozen at the answer', () => {
    expect(standingOf(clock('running'), start + 2.5 * hour).gone).toBe(0.5);
    expect(standingOf(clock('met', 1 * hour), start + 4 * hour).gone).toBe(0.2);
    expect(standingOf(clock('overdue'), start + 50 * hour).gone).toBe(1);
  });

  it('goes on past a hundred hours', () => {
    expect(hms({ tone: 'overdue', ms: 123 * hour })).toBe('123:00:00');
  });
});

describe('a length of time in words', () => {
  it.each([
    [59_999, { key: 'duration.moment' }],
    [59 * 60_000, { key: 'duration.minutes', m: 59 }],
    [60 * 60_000, { key: 'duration.hours', h: 1, m: 0 }],
    [48 * hour, { key: 'duration.days', d: 2, h: 0 }],
  ])('%d ms', (ms, expected) => expect(spell(ms)).toEqual(expected));
});
