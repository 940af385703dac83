import { Injectable } from '@nestjs/common';

const WINDOW_MS = 60_000;
const MOST_FAILURES = 10;
/** Above this many keys the stale ones are swept out, so that made-up user names fill no memory. */
const SWEEP_ABOVE = 10_000;

/** Counts failed sign-ins per user name and address over the last minute of real time, in this process. */
@Injectable()
export class SignInFailures {
  private readonly failures = new Map<string, number[]>();

  /** Seconds until another try is let through; 0 when it is let through now. */
  waitSeconds(username: string, address: string, now = performance.now()): number {
    const recent = this.recent(keyOf(username, address), now);
    const [oldest] = recent;
    if (oldest === undefined || recent.length < MOST_FAILURES) return 0;
    return Math.ceil((oldest + WINDOW_MS - now) / 1_000);
  }

  note(username: string, address: string, now = performance.now()): void {
    if (this.failures.size > SWEEP_ABOVE) this.sweep(now);
    const key = keyOf(username, address);
    this.failures.set(key, [...this.recent(key, now), now].slice(-MOST_FAILURES));
  }

  forget(username: string, address: string): void {
    this.failures.delete(keyOf(username, address));
  }

  private recent(key: string, now: number): number[] {
    return (this.failures.get(key) ?? []).filter((at) => now - at < WINDOW_MS);
  }

  private sweep(now: number): void {
    for (const key of this.failures.keys()) if (this.recent(key, now).length === 0) this.failures.delete(key);
  }
}

function keyOf(username: string, address: string): string {
  return `${address} ${username}`;
}
