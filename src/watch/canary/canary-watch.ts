import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseNow } from '../../database/time.js';
import { Settings } from '../../settings/settings.js';
import { Operators } from '../operators/operators.js';
import { claimCalls, noteBreakage, noteTold } from './canary-breakages.js';
import { cleanUp, quietClocks } from './canary-cleaning.js';
import { CanaryListener } from './canary-listener.js';
import { periodMs } from './canary-period.js';
import { slotOf } from './canary-report.js';
import { beginRun, noteStages, readHistory } from './canary-runs.js';
import { callWords } from './canary-words.js';

const LOCK = 'huiying:canary';

/** Begins self-checks, follows them from stage to stage and tells when one is stuck. Several may do so: one at a time does. */
@Injectable()
export class CanaryWatch {
  constructor(
    private readonly db: DataSource,
    private readonly listener: CanaryListener,
    private readonly operators: Operators,
    private readonly settings: Settings,
  ) {}

  /** By the policy in force: it may change while the process runs. */
  private get periodMs(): number {
    return periodMs(this.settings.policy);
  }

  /** @throws when the database does not answer */
  async beat(): Promise<void> {
    await this.db.transaction((tx) => this.follow(tx));
    for (const call of await claimCalls(this.db.manager)) {
      const occasion = call.endedAt ? 'ended' : `${call.stage}:${call.told ? Date.now() : 'named'}`;
      const heard = await this.operators.tell(callWords(call), `canary-${call.id}:${occasion}`);
      if (heard) await noteTold(this.db.manager, call);
    }
  }

  private async follow(tx: EntityManager): Promise<void> {
    const [lock] = await tx.query<{ held: boolean }[]>('select pg_try_advisory_xact_lock(hashtext($1)) as held', [
      LOCK,
    ]);
    if (!lock?.held) return;
    const slot = slotOf(await databaseNow(tx), this.periodMs);
    const begun = await beginRun(tx, { slot, periodMs: this.periodMs, socketWatched: this.listener.listens });
    const complete = await noteStages(tx);
    await noteBreakage(tx, await readHistory(tx), this.periodMs);
    if (begun || complete > 0) await quietClocks(tx, 2 * this.periodMs);
    if (begun) await cleanUp(tx);
  }
}
