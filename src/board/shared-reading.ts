/** A reading as of a journal position, at a server time. */
interface Reading {
  seq: number;
  now: string;
}

interface Held<T> {
  reading: Promise<T>;
  /** Monotonic, ms: when the reading was asked for, and when its answer had come. */
  askedAt: number;
  readAt: number;
}

/**
 * One reading for all who ask at about the same time: a thousand screens that come back at once read the board once, not
 * a thousand times.
 */
export class SharedReading<T extends Reading> {
  private held: Held<T> | null = null;

  /**
   * @param read makes a reading of the present
   * @param keptMs how old a reading may be that is given away again
   * @param monotonic the time in ms since some beginning
   */
  constructor(
    private readonly read: () => Promise<T>,
    private readonly keptMs: number,
    private readonly monotonic: () => number,
  ) {}

  /** A reading as of position `seq` or later. Its `now` is the present, however long it was kept. @throws what reading throws */
  async since(seq: number): Promise<T> {
    const young = this.held && this.monotonic() - this.held.askedAt <= this.keptMs ? this.held : null;
    const held = young ?? this.begin();
    const reading = await held.reading;
    if (reading.seq >= seq || held !== young) return this.toldNow(held, reading);
    const fresh = this.held === held ? this.begin() : (this.held ?? this.begin());
    return this.toldNow(fresh, await fresh.reading);
  }

  private begin(): Held<T> {
    const held: Held<T> = { reading: this.read(), askedAt: this.monotonic(), readAt: Infinity };
    this.held = held;
    held.reading.then(
      () => (held.readAt = this.monotonic()),
      () => {
        if (this.held === held) this.held = null;
      },
    );
    return held;
  }

  private toldNow({ readAt }: Held<T>, reading: T): T {
    const kept = Math.max(0, this.monotonic() - readAt);
    return { ...reading, now: new Date(Date.parse(reading.now) + kept).toISOString() };
  }
}
