import { Injectable } from '@nestjs/common';
import type { WallPicture } from '../../contract/wall.js';
import { type Duty, DUTY_KINDS, dutiesOf, tallyOf } from '../../domain/clocks/response-times.js';
import { beijingDay } from '../../domain/dates/date-parts.js';
import { JournalService } from '../../journal/journal.service.js';
import { Settings } from '../../settings/settings.js';

/** So long the journal is not folded again, ms: a desk asks for its report no more often. */
const KEPT_MS = 60_000;
const BEIJING_MS = 8 * 3_600_000;

/** This month's figures, by the rules of the report and from the same rows; walls share one reading. */
@Injectable()
export class MonthFigures {
  private held: { duties: Promise<Duty[]>; at: number } | null = null;

  constructor(
    private readonly journal: JournalService,
    private readonly settings: Settings,
  ) {}

  /** Answered in time, of all whose limit falls into the Beijing month of `now` and is judged. */
  async of(now: Date): Promise<WallPicture['month']> {
    const { year, month } = beijingDay(now);
    const [from, to] = [Date.UTC(year, month - 1, 1) - BEIJING_MS, Date.UTC(year, month, 1) - BEIJING_MS];
    const duties = (await this.duties()).filter(({ dueAt }) => dueAt >= from && dueAt < to);
    return this.settings.policy.clocks.flatMap(({ kind }) => {
      const { met, due } = tallyOf(
        duties.filter((duty) => duty.kind === kind),
        now.getTime(),
      );
      return due === 0 ? [] : [{ kind, met, due }];
    });
  }

  private duties(): Promise<Duty[]> {
    const now = performance.now();
    if (this.held && now - this.held.at < KEPT_MS) return this.held.duties;
    const duties = this.read();
    this.held = { duties, at: now };
    duties.catch(() => (this.held = null));
    return duties;
  }

  private async read(): Promise<Duty[]> {
    const { seq } = await this.journal.position();
    return dutiesOf(await this.journal.ofKinds(DUTY_KINDS, seq));
  }
}
