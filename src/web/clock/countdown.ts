import type { ClockState, ClockView } from '../../contract/clock.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** From this many minutes before the limit on, a running clock is shown as pressing. */
export const SOON_MS = HOUR_MS;

export type Tone = 'running' | 'soon' | 'overdue' | 'met' | 'late' | 'waived';

/** How one clock stands at one instant. */
export interface Standing {
  tone: Tone;
  /** running, soon: until the limit; overdue: since the limit; met: start to answer; late: limit to answer; waived: 0. */
  ms: number;
  /** Share of the time that is gone, 0 to 1; frozen at the answer. */
  gone: number;
}

type Clock = Pick<ClockView, 'startAt' | 'dueAt' | 'state' | 'metAt'>;

const isOpen = (state: ClockState): boolean => state === 'running' || state === 'overdue';

/** True while the duty is neither answered nor ended by a decision. */
export function isOpenClock(clock: Pick<ClockView, 'state'>): boolean {
  return isOpen(clock.state);
}

/**
 * Reads the clock at `now` (server time, epoch milliseconds). An open clock is judged by the instants, not by the stored state:
 * the screen turns at the second of the limit, before the server's word arrives. The limit itself is still in time (以上包括本数).
 */
export function standingOf(clock: Clock, now: number): Standing {
  const start = Date.parse(clock.startAt);
  const due = Date.parse(clock.dueAt);
  const end = clock.metAt === null ? now : Date.parse(clock.metAt);
  const gone = Math.min(1, Math.max(0, (end - start) / (due - start)));
  if (clock.state === 'waived') return { tone: 'waived', ms: 0, gone };
  if (clock.state === 'met') return { tone: 'met', ms: Math.max(0, end - start), gone };
  if (clock.state === 'late') return { tone: 'late', ms: end - due, gone };
  if (now > due) return { tone: 'overdue', ms: now - due, gone: 1 };
  return { tone: due - now <= SOON_MS ? 'soon' : 'running', ms: due - now, gone };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `HH:MM:SS`, hours without limit. Time left is rounded up, time over down, so that both touch 00:00:00 at the limit. */
export function hms(standing: Pick<Standing, 'tone' | 'ms'>): string {
  const seconds = standing.tone === 'overdue' ? Math.floor(standing.ms / 1000) : Math.ceil(standing.ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** How a length of time is said: `3小时42分`, `70分`, `2天3小时`, `不到1分`. */
export type Spelled =
  | { key: 'duration.moment' }
  | { key: 'duration.minutes'; m: number }
  | { key: 'duration.hours'; h: number; m: number }
  | { key: 'duration.days'; d: number; h: number };

/** Whole minutes, rounded down; minutes alone below `minutesUpTo` (verdicts say 超时70分), days from 48 h on. */
export function spell(ms: number, minutesUpTo = 60): Spelled {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return { key: 'duration.moment' };
  if (minutes < minutesUpTo) return { key: 'duration.minutes', m: minutes };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { key: 'duration.hours', h: hours, m: minutes % 60 };
  return { key: 'duration.days', d: Math.floor(hours / 24), h: hours % 24 };
}

/** What a translator of the page does with a key. */
export type Say = (key: string, params?: Record<string, unknown>) => string;

/** `3小时42分`, by the page's language. */
export function spelled(ms: number, say: Say, minutesUpTo?: number): string {
  const { key, ...params } = spell(ms, minutesUpTo);
  return say(key, params);
}

/** The clock in words: `剩 00:41:03`, `超时 00:12:41`, `3小时42分 达标`, `超时70分`, `已免除`. */
export function clockWords(standing: Standing, say: Say): string {
  switch (standing.tone) {
    case 'running':
    case 'soon':
      return say('clock.left', { time: hms(standing) });
    case 'overdue':
      return say('clock.over', { time: hms(standing) });
    case 'met':
      return say('clock.met', { took: spelled(standing.ms, say) });
    case 'late':
      return say('clock.late', { over: spelled(Math.max(standing.ms, MINUTE_MS), say, 120) });
    case 'waived':
      return say('clock.waived');
  }
}
