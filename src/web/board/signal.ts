/** After this long without a tick (one comes every 5 s) the screen says 信号中断. */
const SILENCE_MS = 15_000;

export type Signal =
  | { state: 'starting' }
  | { state: 'live' }
  | { state: 'reconnecting' }
  /** Nothing true has been heard for `seconds`. */
  | { state: 'lost'; seconds: number };

/** `heardMs` is how long ago the last word of the server came, null when none ever did; `waitedMs` since the page began to listen. */
export function signalOf(connected: boolean, heardMs: number | null, waitedMs: number): Signal {
  const silent = heardMs ?? waitedMs;
  if (silent >= SILENCE_MS) return { state: 'lost', seconds: Math.floor(silent / 1000) };
  if (heardMs === null) return { state: 'starting' };
  return connected ? { state: 'live' } : { state: 'reconnecting' };
}
