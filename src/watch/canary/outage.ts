const REPEAT_MS = 3_600_000;

/** How long something has failed without a break, by a clock that only goes forward, and when to speak of it. */
export class Outage {
  private from: number | null = null;
  private toldAt: number | null = null;

  /** @param patienceMs what may pass before it is worth a word */
  constructor(private readonly patienceMs: number) {}

  success(): void {
    this.from = null;
    this.toldAt = null;
  }

  /** @returns the seconds it has lasted when it is time to tell, at most once an hour; else null */
  failure(monotonicMs: number): number | null {
    this.from ??= monotonicMs;
    const lasted = monotonicMs - this.from;
    const again = this.toldAt === null || monotonicMs - this.toldAt >= REPEAT_MS;
    if (lasted < this.patienceMs || !again) return null;
    this.toldAt = monotonicMs;
    return Math.round(lasted / 1_000);
  }
}
