import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { IS_ON, ON_SINCE } from '../../campaigns/source-window.js';
import { append, MOST_ROWS } from '../../journal/append.js';
import { Settings } from '../../settings/settings.js';
import { VISITING } from './visit-news.js';

const EVERY_MS = 60_000;
/** A source of which nothing is known yet is expected to bring something every day. */
export const UNKNOWN_SECONDS = 86_400;
/** A learned rhythm is broken when the pause is so many times the longest one known. */
export const LONGEST_TIMES = 1.5;

/** SQL over `source` `s`: from when its silence counts. The time between two campaigns is none of it. */
const SINCE = `greatest(coalesce(last_new_at, watched_since), ${ON_SINCE})`;

/** SQL over `source` `s`: nothing new in all that time, as far as it has been read. $1 times, $2 least seconds. */
const IS_SILENT = `last_ok_at - ${SINCE} > make_interval(secs => greatest(
  $1 * coalesce(expected_seconds, learned_seconds, ${UNKNOWN_SECONDS}),
  case when expected_seconds is null then ${LONGEST_TIMES} * longest_gap_seconds end,
  $2))`;

const SET = `
  with silent as (
    update source s set silent_since = ${SINCE}
    where s.id = any(array(
      select s.id from source s
      where ${IS_ON} and enabled and paused_at is null and channel = 'live' and silent_since is null and failures = 0
        and last_ok_at >= watched_since and ${IS_SILENT}
      limit ${MOST_ROWS} for update skip locked))
    returning id, name, silent_since, coalesce(expected_seconds, learned_seconds) as expected
  ) select * from silent`;

/** Somebody has set a longer period, or its campaign is over: what was silent no longer is, though it has not spoken. */
const UNSET = `
  update source set silent_since = null where id = any(array(
    select s.id from source s where silent_since is not null and not (${IS_ON} and ${IS_SILENT}) for update skip locked))`;

interface Silent {
  id: string;
  name: string;
  silent_since: Date;
  expected: number | null;
}

/** Finds sources that are read but bring nothing new for far longer than usual. Any number of workers may run it side by side. */
@Injectable()
export class SilenceSweep {
  private readonly logger = new Logger(SilenceSweep.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  @Interval('silence', EVERY_MS)
  async tick(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.error(`静默检查失败 · looking for silent sources failed: ${String(error)}`);
    }
  }

  /** @returns how many sources have fallen silent */
  async sweep(): Promise<number> {
    const { times, leastHours } = this.settings.policy.collection.silence;
    const limits = [times, leastHours * 3_600];
    return this.db.transaction(async (tx) => {
      await tx.query(UNSET, limits);
      const silent = await tx.query<Silent[]>(SET, limits);
      const rows = silent.map(({ id, name, silent_since, expected }) => ({
        kind: 'source.silent',
        incidentId: null,
        actor: VISITING,
        data: { sourceId: id, name, since: silent_since.toISOString(), expectedSeconds: expected },
      }));
      await append(tx, rows);
      return silent.length;
    });
  }
}
