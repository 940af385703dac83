import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { type DecidedTitle, withDecided } from '../domain/second-opinion/decided-titles.js';
import { Settings } from '../settings/settings.js';
import { CurrentRules } from './current-rules.js';

const MOST = 5_000;
const HOUR_MS = 3_600_000;
const SHOWN = 8;

/** The second opinion learns from what people decided: read at the start and every hour, the latest decisions only. */
@Injectable()
export class DecidedTitles implements OnApplicationBootstrap {
  private readonly logger = new Logger(DecidedTitles.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly current: CurrentRules,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
  }

  @Interval('decided-titles', HOUR_MS)
  refresh(): Promise<void> {
    return this.read().catch((error: unknown) =>
      this.logger.warn(`人工判断未读取 · people's decisions were not read: ${String(error)}`),
    );
  }

  /** The rules take the decisions over, unless they hold them already. */
  async read(): Promise<void> {
    const decided = await latestDecided(this.db);
    const digest = createHash('sha256').update(JSON.stringify(decided)).digest('hex').slice(0, SHOWN);
    const training = withDecided(this.settings.rules.training, decided, digest);
    if (training.version !== this.current.rules.training.version) this.current.change({ training });
  }
}

/**
 * Cases that a person confirmed are about their focus, and happenings where they bear a level; false alarms are neither. Those, and what
 * was handed to another authority or set aside as nobody's or another one's matter, are not the office's. What is only watched, and what
 * was merged, says neither.
 */
async function latestDecided(db: DataSource): Promise<DecidedTitle[]> {
  return db.query<DecidedTitle[]>(
    `select title, subject, happening from (
       select id, title, focus[1] as subject, case when level is not null then 'INCIDENT' end as happening,
         confirmed_at as at
       from incident
       where status = 'confirmed' and channel = 'live' and merged_into is null and (cardinality(focus) > 0 or level is not null)
       union all
       select id, title, 'NONE', case when stage <> 'transferred_out' then 'OTHER' end, dismissed_at from incident
       where status = 'dismissed' and channel = 'live' and stage in ('false_alarm', 'transferred_out')
       union all
       select id, title, 'NONE', null, set_aside_at from story
       where set_aside_at is not null and set_aside_by is not null and channel = 'live' and incident_id is null and merged_into is null
         and (disposition is null or disposition = 'TRANSFER_OUT')
     ) decided
     order by at desc nulls last, id limit $1`,
    [MOST],
  );
}
