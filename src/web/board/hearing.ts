import { ServerClock } from '../clock/server-clock.js';
import { paced } from './paced.js';
import { signalOf, type Signal } from './signal.js';

type Listener = () => void;

/** Between two drawings. */
const DRAWN_MS = 100;

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

  /** In a storm of words the screen is drawn some times a second, not at every word; what is asked of the store is always the latest. */
  protected readonly tell = paced(DRAWN_MS, () => {
    for (const listener of this.listeners) listener();
  });
}
