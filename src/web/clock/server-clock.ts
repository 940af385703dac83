/** Corrections smaller than this are the network's jitter, not the clock's. */
const JITTER_MS = 250;

type Listener = () => void;

/**
 * Server time on this screen: the machine's monotonic clock plus an offset learnt from the server's words. One timer for the whole
 * page, once a second on the second.
 */
export class ServerClock {
  private offset = Date.now() - performance.now();
  private listeners = new Set<Listener>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = 0;
  /** False until the server has told its time. */
  steered = false;

  constructor() {
    this.shown = this.now();
  }

  /** A tab that was asleep is looked at again: what it shows is drawn anew at once. */
  wake(): void {
    this.beat();
  }

  /** Epoch milliseconds, now. */
  now(): number {
    return performance.now() + this.offset;
  }

  /** Epoch milliseconds as of the last beat: the same value for everything drawn in one second. */
  readonly second = (): number => this.shown;

  /** By how much the machine's own clock is ahead of the server, milliseconds. */
  skew(): number {
    return Date.now() - this.now();
  }

  /** Learns from an instant the server has just said. */
  steer(iso: string): void {
    const offset = Date.parse(iso) - performance.now();
    if (!this.steered || Math.abs(offset - this.offset) > JITTER_MS) this.offset = offset;
    if (!this.steered) {
      this.steered = true;
      this.beat();
    }
  }

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    if (this.timer === undefined) this.beat();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearTimeout(this.timer);
      this.timer = undefined;
    };
  };

  private beat(): void {
    clearTimeout(this.timer);
    const now = this.now();
    this.shown = now;
    for (const listener of this.listeners) listener();
    if (this.listeners.size === 0) return;
    // A few milliseconds late, so that the beat never falls just before its second.
    this.timer = setTimeout(() => this.beat(), 1000 - (now % 1000) + 5);
  }
}
