/** Work that is asked for again and again: one turn at a time, a failure is told and tried again at the next asking. */
export class Beat {
  private running: Promise<void> | null = null;
  private stopped = false;

  /**
   * @param work one turn
   * @param failed hears what a turn threw
   */
  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly failed: (error: unknown) => unknown,
  ) {}

  /** Begins a turn, unless one is under way or the beat has been stopped. */
  wake(): void {
    if (!this.stopped) this.running ??= this.turn().finally(() => (this.running = null));
  }

  /** Begins none any more. Resolves when the turn under way has come to its end. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async turn(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      await this.failed(error);
    }
  }
}
