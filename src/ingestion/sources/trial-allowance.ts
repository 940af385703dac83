import { Injectable } from '@nestjs/common';

const WINDOW_MS = 60_000;
const MOST_TRIALS = 10;

/** How many addresses one person may try within a minute of real time, in this process: a trial dials where its sender says. */
@Injectable()
export class TrialAllowance {
  private readonly trials = new Map<string, number[]>();

  /** Counts a trial. @returns seconds until the next one is let through; 0 when this one is */
  take(person: string, now = performance.now()): number {
    const recent = (this.trials.get(person) ?? []).filter((at) => now - at < WINDOW_MS);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= MOST_TRIALS) return Math.ceil((oldest + WINDOW_MS - now) / 1_000);
    this.trials.set(person, [...recent, now]);
    return 0;
  }
}
