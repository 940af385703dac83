import type { Chance } from './chance.js';
import type { ProductTime } from './product-time.js';

/** All that came under one idempotency key. */
export interface Received {
  key: string;
  calls: number;
  /** Calls that were answered with success. */
  taken: number;
  /** What was said, without repetitions: one text when every repeat was equal. */
  bodies: string[];
  /** Product time of the first call. */
  first: Date;
}

/** How often a call is refused, broken off, or not answered at all. */
const REFUSED = 0.06;
const BROKEN = 0.04;
const SILENT = 0.01;

/** What becomes of a call. */
export type Luck = 'taken' | 'refused' | 'broken' | 'silent';

/** Writes down what comes in by whichever channel, and is as unreliable as others are. */
export class Recorder {
  readonly received = new Map<string, Received>();
  /** Called when a call has come and before it is answered: the moment between sending and recording. */
  onCall: (() => void) | null = null;
  time: ProductTime | null = null;
  /** False once the troubles are over. */
  unreliable = true;

  constructor(readonly chance: Chance) {}

  take(key: string, body: string): Luck {
    const noted = this.received.get(key) ?? {
      ...{ key, calls: 0, taken: 0, bodies: [] },
      first: this.time?.now() ?? new Date(0),
    };
    this.received.set(key, noted);
    noted.calls += 1;
    if (!noted.bodies.includes(body)) noted.bodies.push(body);
    this.onCall?.();
    const luck = this.luck();
    if (luck === 'taken') noted.taken += 1;
    return luck;
  }

  private luck(): Luck {
    const drawn = this.unreliable ? this.chance.next() : 1;
    if (drawn < SILENT) return 'silent';
    if (drawn < SILENT + BROKEN) return 'broken';
    return drawn < SILENT + BROKEN + REFUSED ? 'refused' : 'taken';
  }
}
