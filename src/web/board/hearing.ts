import { ServerClock } from '../clock/server-clock.js';
import { signalOf, type Signal } from './signal.js';

type Listener = () => void;

/** How well a page hears the server, since when, and the server's time. */
export class Hearing {
  readonly clock = new ServerClock();
  private connected = false;
  private heardAt: number | null = null;
  private readonly listeningSince = performance.now();
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  setConnected(connected: boolean): void {
    this.connected = connected;
    this.tell();
  }

  /** Milliseconds since the server was last heard; null when it never was. */
  silence(): number | null {
    return this.heardAt === null ? null : performance.now() - this.heardAt;
  }

  signal(): Signal {
    return signalOf(this.connected, this.silence(), performance.now() - this.listeningSince);
  }

  /** Server time of the last word heard, epoch milliseconds. */
  lastTrueAt(): number | null {
    const silence = this.silence();
    return silence === null ? null : this.clock.now() - silence;
  }

  /** The server has just spoken; `saidAt` is its own time, ISO UTC. */
  protected heard(saidAt: string): void {
    this.clock.steer(saidAt);
    this.heardAt = performance.now();
  }

  protected tell(): void {
    for (const listener of this.listeners) listener();
  }
}
