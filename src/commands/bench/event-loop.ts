import { readFileSync } from 'node:fs';

/** How long the event loop could do nothing else at its worst, milliseconds. */
export interface Stall<T> {
  value: T;
  /** By the clock: with what other processes took from us meanwhile. */
  worstMs: number;
  /** By the processor time of this thread alone; null where the system does not tell it (Linux does). */
  worstOwnMs: number | null;
}

const BEAT_MS = 1;

/** Processor time of the main thread so far, milliseconds. */
function ownTime(): number | null {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}

/** Does the work while a timer of one millisecond looks how late it comes. For the main thread. */
export async function watchingTheLoop<T>(work: () => Promise<T>): Promise<Stall<T>> {
  const worst = { clock: 0, own: ownTime() === null ? null : 0 };
  let last = { clock: performance.now(), own: ownTime() };
  const look = (): void => {
    const at = { clock: performance.now(), own: ownTime() };
    worst.clock = Math.max(worst.clock, at.clock - last.clock - BEAT_MS);
    if (worst.own !== null) worst.own = Math.max(worst.own, (at.own ?? 0) - (last.own ?? 0));
    last = at;
  };
  const beat = setInterval(look, BEAT_MS);
  try {
    const value = await work();
    look();
    return { value, worstMs: worst.clock, worstOwnMs: worst.own };
  } finally {
    clearInterval(beat);
  }
}
