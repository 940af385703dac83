import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { boardUnwatched, type Breakage, brokenBy, notBegun } from '../../domain/canary.js';
import { databaseNow } from '../../database/time.js';
import { Settings } from '../../settings/settings.js';
import { openBreakage } from './canary-breakages.js';
import { periodMs } from './canary-period.js';
import { readHistory } from './canary-runs.js';

export interface Standing {
  /** Where the chain is broken and since when; null while it is whole or has had no time to tell. */
  broken: Breakage | null;
  /** False when nobody listens at the board's socket: that stage is not known. */
  boardWatched: boolean;
}

/** Whether the chain is whole, as any process can tell from the rows alone: whoever should have noted it may be gone. */
@Injectable()
export class CanaryStanding implements OnApplicationBootstrap {
  private observedFrom: Date | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.observedFrom = await databaseNow(this.db.manager).catch(() => null);
  }

  /** @throws when the database does not answer */
  async read(db: EntityManager = this.db.manager): Promise<Standing> {
    const period = periodMs(this.settings.policy);
    const history = await readHistory(db);
    this.observedFrom ??= history.now;
    const open = await openBreakage(db);
    const broken = open ?? notBegun(history, this.observedFrom, period) ?? brokenBy(history, period);
    return { broken, boardWatched: !boardUnwatched(history) };
  }
}
