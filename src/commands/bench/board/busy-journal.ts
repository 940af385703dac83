import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { append } from '../../../journal/append.js';
import { wallMs } from '../boards/wall-clock.js';

/** Rows of the journal at a steady pace, each of one case in turn, which gets a new title with it: the mark of the row. */
export class BusyJournal {
  /** When the row of a mark was committed, wall ms. */
  readonly committed = new Map<number, number>();
  private isRunning = true;
  private readonly going: Promise<void>;

  constructor(
    private readonly db: DataSource,
    private readonly ids: readonly string[],
    /** Every other row is of one of these: the screen shows them. */
    private readonly inSight: readonly string[],
    perSecond: number,
  ) {
    this.going = this.go(1_000 / perSecond);
  }

  async stop(): Promise<void> {
    this.isRunning = false;
    await this.going;
  }

  private async go(everyMs: number): Promise<void> {
    const begun = performance.now();
    const under = new Set<Promise<void>>();
    for (let mark = 1; this.isRunning; mark += 1) {
      const one = this.write(mark).finally(() => under.delete(one));
      under.add(one);
      await pause(Math.max(0, begun + mark * everyMs - performance.now()));
    }
    await Promise.all(under);
  }

  private async write(mark: number): Promise<void> {
    const ids = mark % 2 === 0 ? this.inSight : this.ids;
    const incidentId = ids[(mark * 7) % ids.length] ?? null;
    await this.db.transaction(async (tx) => {
      await tx.query('update incident set title = $2 where id = $1', [incidentId, `某地影院发生事故 ⟦${mark}⟧`]);
      await append(tx, [{ kind: 'bench.told', incidentId, actor: 'system:bench', data: {} }]);
    });
    this.committed.set(mark, wallMs());
  }
}
