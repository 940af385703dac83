import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { isAhead, READ_UNTIL } from '../blindness.js';
import { VISIT_SECONDS } from './begin-visit.js';

const EVERY_MS = 5_000;
/** No promise, no turn and no rest of a host reaches further ahead. */
const TOO_FAR = `app_now() + interval '2 minutes'`;
const VISIT_ENDS = `app_now() + interval '${VISIT_SECONDS} seconds'`;

const instead = (column: string, of: string, by: string): string =>
  `${column} = case when ${column} > ${of} then ${by} else ${column} end`;

const SOURCES = `
  update source set next_visit_at = app_now(), ${instead('claim_until', TOO_FAR, VISIT_ENDS)},
    ${['last_visit_at', 'last_ok_at', 'last_new_at', 'watched_since']
      .map((column) => instead(column, 'app_now()', 'app_now()'))
      .join(', ')}
  where id = any(array(
    select id from source where ${isAhead(READ_UNTIL)} or ${isAhead('last_visit_at')} or claim_until > ${TOO_FAR}
    for update skip locked))
  returning id`;

const HOSTS = `
  update host_turn set ${instead('free_at', TOO_FAR, 'app_now()')}, ${instead('busy_until', TOO_FAR, VISIT_ENDS)}
  where free_at > ${TOO_FAR} or busy_until > ${TOO_FAR}`;

/**
 * Takes back what was written in a time that has not come, when the database's clock was set back since (one that began with
 * a wrong time, and was put right): else nothing would be visited until that time comes again. Any number of workers may do so.
 */
@Injectable()
export class ClockSetBack {
  private readonly logger = new Logger(ClockSetBack.name);

  constructor(private readonly db: DataSource) {}

  @Interval('clock-set-back', EVERY_MS)
  async tick(): Promise<void> {
    try {
      const moved = await this.takeBack();
      if (moved > 0) {
        this.logger.warn(
          `数据库时钟曾被回拨,${moved} 个来源立即重新采集,请核对时钟 · the database's clock was set back: ${moved} sources are visited anew, check the clock`,
        );
      }
    } catch (error) {
      this.logger.error(
        `核对采集时间失败,稍后再试 · times of visits could not be checked, again later: ${String(error)}`,
      );
    }
  }

  /** @returns how many sources are due now because of it */
  async takeBack(): Promise<number> {
    await this.db.query(HOSTS);
    const [sources] = await this.db.query<[unknown[], number]>(SOURCES);
    return sources.length;
  }
}
