export const KEPT_UNDER = 'huiying.sound';
/** The lengths a mute may have, minutes. */
export const MUTE_MINUTES = [15, 30, 60] as const;

const MINUTE_MS = 60_000;
const LONGEST_MS = Math.max(...MUTE_MINUTES) * MINUTE_MS;

/** What this screen may truthfully say of its sound. */
export type SoundState =
  /** Nobody has asked for it on this machine. */
  | { state: 'off' }
  /** The browser has no means to sound. */
  | { state: 'unable' }
  /** Asked for; the browser has not answered yet. */
  | { state: 'starting' }
  /** Asked for; the browser refuses until there is a gesture. */
  | { state: 'blocked' }
  /** Silent until `until`, epoch milliseconds of server time. */
  | { state: 'muted'; until: number }
  | { state: 'on' };

export interface Voice {
  readonly isAble: boolean;
  readonly isReady: boolean;
  look(): void;
  open(): Promise<boolean>;
  close(): void;
}

interface Kept {
  wanted: boolean;
  mutedUntil: number | null;
}

/** What was kept; anything unreadable is as if nothing had been. */
function readKept(text: string | null): Kept {
  try {
    const { wanted, mutedUntil } = JSON.parse(text ?? '{}') as Partial<Record<keyof Kept, unknown>>;
    return { wanted: wanted === true, mutedUntil: typeof mutedUntil === 'number' ? mutedUntil : null };
  } catch {
    return { wanted: false, mutedUntil: null };
  }
}

const same = (a: SoundState, b: SoundState): boolean =>
  a.state === b.state && (a.state !== 'muted' || b.state !== 'muted' || a.until === b.until);

/**
 * Whether this machine is to sound, and whether it can. The wish and the mute are kept on the machine, for every tab; whether the
 * browser lets the page sound is asked anew each time.
 */
export class SoundDesk {
  private kept: Kept;
  private isAsking = false;
  private current: SoundState = { state: 'off' };
  private readonly listeners = new Set<() => void>();

  /** `now`: server time, epoch milliseconds. */
  constructor(
    private readonly voice: Voice,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly now: () => number,
  ) {
    this.kept = readKept(storage.getItem(KEPT_UNDER));
    this.current = this.read();
  }

  readonly state = (): SoundState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Looks again: a mute may have run out, the browser may have changed its mind. */
  readonly look = (): void => {
    this.voice.look();
    const next = this.read();
    if (same(next, this.current)) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  };

  /** The page has opened: sounds at once where the browser allows it without a gesture. */
  async begin(): Promise<void> {
    if (this.kept.wanted) await this.ask();
  }

  /** 开启值班声音, from a gesture; ends a mute. Answers whether the browser lets the page sound. */
  start(): Promise<boolean> {
    this.isAsking = !this.voice.isReady;
    this.keep({ wanted: true, mutedUntil: null });
    return this.ask();
  }

  /** Any gesture on the page: what was asked for and refused is asked for again. */
  readonly wake = async (): Promise<boolean> => {
    if (!this.kept.wanted) return false;
    const isOpen = this.voice.isReady || (await this.voice.open());
    this.look();
    return isOpen;
  };

  stop(): void {
    this.keep({ wanted: false, mutedUntil: null });
  }

  /** Silent for so many minutes at the most: ends on a full minute, so that the end can be read off any clock. */
  muteFor(minutes: (typeof MUTE_MINUTES)[number]): void {
    const end = this.now() + minutes * MINUTE_MS;
    this.keep({ wanted: true, mutedUntil: end - (end % MINUTE_MS) });
  }

  unmute(): void {
    this.keep({ ...this.kept, mutedUntil: null });
  }

  /** Another tab of this machine has chosen. */
  reread(): void {
    const before = this.kept.wanted;
    this.kept = readKept(this.storage.getItem(KEPT_UNDER));
    this.look();
    if (!before) void this.begin();
  }

  private async ask(): Promise<boolean> {
    this.isAsking = true;
    this.look();
    const isOpen = await this.voice.open();
    this.isAsking = false;
    this.look();
    return isOpen;
  }

  private keep(kept: Kept): void {
    this.kept = kept;
    try {
      this.storage.setItem(KEPT_UNDER, JSON.stringify(kept));
    } catch {
      // A machine that keeps nothing sounds all the same until the page is left.
    }
    this.look();
  }

  private read(): SoundState {
    if (!this.voice.isAble) return { state: 'unable' };
    if (!this.kept.wanted) return { state: 'off' };
    if (!this.voice.isReady) return { state: this.isAsking ? 'starting' : 'blocked' };
    const until = this.kept.mutedUntil;
    const left = until === null ? 0 : until - this.now();
    // Farther away than any mute may last: the clock was set back, and a mute must not outlive its length.
    return until !== null && left > 0 && left <= LONGEST_MS ? { state: 'muted', until } : { state: 'on' };
  }
}
