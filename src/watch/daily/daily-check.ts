import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { dailyPeriods } from '../../domain/periodic/daily-periods.js';
import { PeriodicRuns, type RunOutcome } from '../../periodic/periodic-runs.js';
import { findPosts } from '../../roster/post-check.js';
import { DAILY_CHECK } from '../../roster/roster-reader.js';
import { gapsAhead } from '../../roster/roster-gaps.js';
import { Settings } from '../../settings/settings.js';
import { Operators } from '../operators/operators.js';
import { type Checked, checkWords } from './daily-check-words.js';

/** Nine in the morning in Beijing. */
const HOUR = 9;
/** Who tells the operators has so long for it, seconds; then another may. */
const LEASE_S = 60;

/**
 * Every morning: does each post of the rules lead to a person who can be reached, and is the coming week covered? The journal
 * has what was found; the operators are told after the commit, once, of the newest run that found something.
 */
@Injectable()
export class DailyCheck {
  constructor(
    private readonly db: DataSource,
    private readonly runs: PeriodicRuns,
    private readonly settings: Settings,
    private readonly operators: Operators,
  ) {}

  /** @returns the days checked by this call */
  async beat(): Promise<string[]> {
    const ran = await this.runs.catchUp({
      name: DAILY_CHECK,
      periods: (first, now) => dailyPeriods(first, now, HOUR),
      run: (tx, period) => this.check(tx, period),
    });
    await this.tell();
    return ran;
  }

  private async check(tx: EntityManager, period: string): Promise<RunOutcome> {
    const found = await findPosts(tx, this.settings);
    const findings = found.map(({ post, unit, state }) => ({ post, unit, state }));
    const gaps = (await gapsAhead(tx)).length;
    const result = { findings, gaps, toTell: findings.length > 0 || gaps > 0 };
    const data = { period, findings, gaps };
    return { result, rows: [{ kind: 'duty.checked', incidentId: null, actor: 'system:watch', data }] };
  }

  /** After days away the newest run speaks for all: it says how things stand now. */
  private async tell(): Promise<void> {
    const [[newest]] = await this.db.query<[{ period: string; result: Checked }[], number]>(
      `update periodic_run set result = result || jsonb_build_object('leaseUntil', app_now() + $2 * interval '1 second')
       where job = $1 and (result->>'toTell')::boolean
         and coalesce((result->>'leaseUntil')::timestamptz <= app_now(), true)
         and period = (select max(period) from periodic_run where job = $1)
       returning period, result`,
      [DAILY_CHECK, LEASE_S],
    );
    if (!newest) return;
    const { findings, gaps } = newest.result;
    const words = checkWords({ period: newest.period, findings, gaps });
    if (!(await this.operators.tell(words, `${DAILY_CHECK}:${newest.period}`))) return;
    await this.db.query(
      `update periodic_run set result = result || '{"toTell": false}' where job = $1 and period <= $2`,
      [DAILY_CHECK, newest.period],
    );
  }
}
