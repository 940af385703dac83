import { BadRequestException, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AskCheck, CheckResult, JournalCheck, JournalStanding } from '../../contract/journal.js';
import { AnchorReader } from '../anchors/anchor-reader.js';
import { append } from '../append.js';
import { journalHead } from '../verify-piece.js';
import { begin, end, goOn, lastChecks, underWay } from './check-rows.js';
import { positionAt, type Range, verifyRange } from './verify-range.js';

/** Verifies the journal when a person asks for it, in the background of the process that was asked; the rows tell every process how far it is. */
@Injectable()
export class JournalChecks implements OnModuleDestroy {
  private readonly logger = new Logger(JournalChecks.name);
  private readonly working = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly anchors: AnchorReader,
  ) {}

  async standing(): Promise<JournalStanding> {
    const { items } = await this.anchors.page({ limit: 1 });
    const head = await journalHead(this.db.manager);
    return { head, lastAnchor: items[0] ?? null, checks: await lastChecks(this.db.manager) };
  }

  /** @throws BadRequestException when the rows asked for are not there yet */
  async ask(personId: string, { from = 1, to }: AskCheck): Promise<JournalCheck> {
    const head = await journalHead(this.db.manager);
    const last = to === undefined || to === head.seq ? head : await positionAt(this.db.manager, to);
    if (from > head.seq || (to ?? 0) > head.seq) {
      throw new BadRequestException(`审计链现至第 ${head.seq} 行 · the journal ends at row ${head.seq}`);
    }
    // A row that is gone is what a check is there to find.
    const range = { before: from - 1, to: last ?? { seq: to ?? head.seq, hash: '' } };
    const running = await underWay(this.db.manager, from, range.to.seq);
    if (running) return running;
    const check = await begin(this.db.manager, personId, from, range.to.seq);
    const work = this.run(check, range).finally(() => this.working.delete(work));
    this.working.add(work);
    return check;
  }

  /** Resolves when all that this process has under way has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.working);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.settled();
  }

  private async run(check: JournalCheck, range: Range): Promise<void> {
    try {
      const result = await verifyRange(this.db, range, async (seq) => {
        await goOn(this.db.manager, check.id, seq);
        return !this.stopped;
      });
      if (result) await this.keep(check, result);
    } catch (error) {
      this.logger.error(`审计链校验中断 · the check of the journal broke off: ${String(error)}`);
    }
  }

  /** That the journal was checked, and with what result, is itself on record. */
  private async keep({ id, from, to, askedBy }: JournalCheck, result: CheckResult): Promise<void> {
    await this.db.transaction(async (tx) => {
      await end(tx, id, result);
      const data = { from, to, firstBad: result.firstBad, badAnchors: result.badAnchors };
      await append(tx, [{ kind: 'journal.checked', incidentId: null, actor: askedBy, data }]);
    });
  }
}
