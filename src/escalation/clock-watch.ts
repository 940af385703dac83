const JUMP_MS = 30_000;
const QUIET_MS = 10 * 60_000;

/** Two clocks read at the same moment, ms: the database's, and one of this process that only goes forward. */
export interface ClockReading {
  database: number;
  monotonic: number;
}

/** Compares how far the database's clock has come with the time that really passed. */
export class ClockWatch {
  private last: ClockReading | null = null;
  private quietFrom: number | null = null;

  /** @returns the jump in ms, 0 for one of 30 s or less; `quiet` once ten minutes have passed without one, told a single time */
  note(seen: ClockReading): { jumpMs: number; quiet: boolean } {
    const before = this.last;
    this.last = seen;
    if (!before) this.quietFrom = seen.monotonic;
    const drift = before ? Math.round(seen.database - before.database - (seen.monotonic - before.monotonic)) : 0;
    const jumpMs = Math.abs(drift) > JUMP_MS ? drift : 0;
    if (jumpMs !== 0) this.quietFrom = seen.monotonic;
    const quiet = this.quietFrom !== null && seen.monotonic - this.quietFrom >= QUIET_MS;
    if (quiet) this.quietFrom = null;
    return { jumpMs, quiet };
  }
}
