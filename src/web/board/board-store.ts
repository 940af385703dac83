import type { IncidentLine } from '../../contract/incident.js';
import { ServerClock } from '../clock/server-clock.js';
import { boardState, emptyBoard, type BoardEvent, type BoardState } from './board-state.js';
import { signalOf, type Signal } from './signal.js';

type Listener = () => void;

/** The board of this page: its state, how it hears the server, and the server's time. Lives as long as somebody is signed in. */
export class BoardStore {
  readonly clock = new ServerClock();
  private current = emptyBoard;
  private connected = false;
  private heardAt: number | null = null;
  private readonly listeningSince = performance.now();
  private readonly listeners = new Set<Listener>();

  readonly state = (): BoardState => this.current;

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes one word of the server (or of the reader). True when entries were missed and a snapshot is needed. */
  take(event: BoardEvent, saidAt?: string): boolean {
    if (saidAt !== undefined) {
      this.clock.steer(saidAt);
      this.heardAt = performance.now();
    }
    const next = boardState(this.current, event);
    if (next !== this.current) {
      this.current = next;
      this.tell();
    }
    return next.gap;
  }

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

  incident(id: string | null): IncidentLine | undefined {
    return id === null ? undefined : this.current.incidents.get(id);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
