import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonalDataPage, PersonalPurge, PurgeCasePage, PurgeCaseQuery } from '../../contract/personal-data.js';
import { dailyPeriods } from '../../domain/periodic/daily-periods.js';
import type { Viewer } from '../../domain/rights.js';
import { PeriodicRuns } from '../../periodic/periodic-runs.js';
import { Settings } from '../../settings/settings.js';
import { purgeCases } from './purge-cases.js';
import { PERSONAL_DATA, type PersonalRule, purgeRun } from './purge-run.js';

/** Three in the morning in Beijing. */
const HOUR = 3;
const SHOWN = 30;

/** What is kept of a run. */
type Result = Omit<PersonalPurge, 'period' | 'attachments'> & { attachments?: number; rule?: PersonalRule };

/** Ends a transaction in which nothing is to stand. */
class OnlyAsked extends Error {
  constructor(readonly outcome: Record<string, unknown>) {
    super('nothing was changed');
  }
}

/** Personal data found in posts go when the response is over (应对法 85), once a day, by `policy.retention.personal`. */
@Injectable()
export class PersonalData {
  constructor(
    private readonly db: DataSource,
    private readonly runs: PeriodicRuns,
    private readonly settings: Settings,
  ) {}

  /** @returns the days purged by this call; without a rule in the policy none is */
  async beat(): Promise<string[]> {
    const rule = this.settings.policy.retention.personal;
    if (!rule) return [];
    return this.runs.catchUp({
      name: PERSONAL_DATA,
      periods: (first, now) => dailyPeriods(first, now, HOUR),
      run: (tx, period) => purgeRun(tx, rule, period),
    });
  }

  async page(before?: string): Promise<PersonalDataPage> {
    const policy = this.settings.policy.retention.personal ?? null;
    const rows = await this.db.query<{ period: string; at: Date; result: Result }[]>(
      `select period, ran_at as at, result from periodic_run where job = $1 and ($2::text is null or period < $2)
       order by period desc limit ${SHOWN + 1}`,
      [PERSONAL_DATA, before ?? null],
    );
    const shown = rows.slice(0, SHOWN);
    return {
      policy,
      preview: policy && (await this.preview(policy)),
      runs: shown.map(({ period, at, result }) => ({
        ...purgeOf(period, result),
        at: at.toISOString(),
        rule: result.rule ?? null,
      })),
      next: rows.length > SHOWN ? (shown.at(-1)?.period ?? null) : null,
    };
  }

  cases(person: Viewer, query: PurgeCaseQuery): Promise<PurgeCasePage> {
    const days = this.settings.policy.retention.personal?.closedDays ?? null;
    return purgeCases(this.db, person, days, query);
  }

  /** Carries a run out and takes all of it back. */
  private async preview(rule: NonNullable<PersonalDataPage['policy']>): Promise<PersonalPurge> {
    const [row] = await this.db.query<{ day: string }[]>(
      `select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
    );
    const period = row?.day ?? '';
    try {
      await this.db.transaction(async (tx) => {
        const { result } = await purgeRun(tx, rule, period);
        throw new OnlyAsked(result);
      });
    } catch (error) {
      if (error instanceof OnlyAsked) return purgeOf(period, error.outcome as Result);
      throw error;
    }
    throw new Error('the preview came to no end');
  }
}

function purgeOf(period: string, result: Result): PersonalPurge {
  const { cases, held, articles, found, captures, waiting, attachments = 0 } = result;
  return { period, cases, held, articles, found, captures, waiting, attachments };
}
