import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseNow } from '../database/time.js';
import { append, type JournalRow } from '../journal/append.js';

/** What one run leaves: what is kept of it, and what the journal is told. */
export interface RunOutcome {
  result: Record<string, unknown>;
  rows: JournalRow[];
}

/** Work that is done once for each period. */
export interface PeriodicJob {
  name: string;
  /** The periods due at an instant, oldest first. @param first the oldest period that was ever run; null: none was */
  periods: (first: string | null, now: Date) => string[];
  /** Within the transaction that records the run: all of it is done once, or none of it. */
  run: (tx: EntityManager, period: string) => Promise<RunOutcome>;
}

/**
 * Periodic work exactly once for each period, whoever asks and however often: the row of the period is the truth, a tick
 * only asks again. Periods missed while the product was down are caught up with, each by a run of its own.
 */
@Injectable()
export class PeriodicRuns {
  constructor(private readonly db: DataSource) {}

  /**
   * Runs what is missing, oldest first; a period that fails is left for the next time and the others go on.
   * @returns the periods run by this call
   * @throws the first failure, after all were tried
   */
  async catchUp(job: PeriodicJob): Promise<string[]> {
    const ran: string[] = [];
    const failures: unknown[] = [];
    for (const period of await this.missing(job)) {
      try {
        if (await this.runOnce(job, period)) ran.push(period);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return ran;
  }

  private async missing(job: PeriodicJob): Promise<string[]> {
    const rows = await this.db.query<{ period: string }[]>(
      'select period from periodic_run where job = $1 order by period',
      [job.name],
    );
    const done = new Set(rows.map((row) => row.period));
    const due = job.periods(rows[0]?.period ?? null, await databaseNow(this.db.manager));
    return due.filter((period) => !done.has(period));
  }

  /** Another process that has the period makes this one wait for its end, and then do nothing. */
  private runOnce(job: PeriodicJob, period: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const taken = await tx.query<unknown[]>(
        `insert into periodic_run (job, period, result) values ($1, $2, '{}') on conflict do nothing returning 1`,
        [job.name, period],
      );
      if (taken.length === 0) return false;
      const { result, rows } = await job.run(tx, period);
      await tx.query('update periodic_run set result = $3 where job = $1 and period = $2', [
        job.name,
        period,
        JSON.stringify(result),
      ]);
      await append(tx, rows);
      return true;
    });
  }
}
