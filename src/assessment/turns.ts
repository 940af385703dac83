type Begin = () => void;

/** One at a time, in order of coming; what is urgent goes before all that waits. */
export class Turns {
  private readonly waiting: Record<'urgent' | 'patient', Begin[]> = { urgent: [], patient: [] };
  private taken = false;

  async take<T>(urgency: 'urgent' | 'patient', work: () => Promise<T>): Promise<T> {
    if (this.taken) await new Promise<void>((begin) => this.waiting[urgency].push(begin));
    this.taken = true;
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  /** The turn goes over without becoming free in between: nobody who comes just now gets ahead. */
  private passOn(): void {
    const next = this.waiting.urgent.shift() ?? this.waiting.patient.shift();
    if (next) next();
    else this.taken = false;
  }
}
