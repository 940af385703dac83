import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CampaignPage, CampaignQuery } from '../contract/campaign.js';
import { databaseNow } from '../database/time.js';
import type { CampaignPhase } from '../domain/campaigns/campaign.js';
import { type Campaign, CAMPAIGN_COLUMNS, campaignViews } from './campaign-rows.js';

/** SQL over `campaign_known` `c`, as `phaseOf` says it. */
const PHASE = `case when c.called_off_at is not null then 'called_off' when app_now() < c.starts_at then 'ahead'
  when app_now() < c.ends_at then 'running' else 'over' end`;
/** `$1`: words, each of which must stand in the name. */
const NAMED = `not exists (select from unnest($1::text[]) word where strpos(lower(c.name), lower(word)) = 0)`;

/** 专项一览, also those that are over or were called off. */
@Injectable()
export class CampaignList {
  constructor(private readonly db: DataSource) {}

  /** The one that begins last stands first, by keyset: a page stays right while campaigns are planned. */
  async page({ phase, q = '', cursor, limit }: CampaignQuery): Promise<CampaignPage> {
    const db = this.db.manager;
    const words = q.split(/\s+/).filter((word) => word !== '');
    const [startsAt = null, id = null] = cursor?.split('_') ?? [];
    const found = await db.query<Campaign[]>(
      `select ${CAMPAIGN_COLUMNS} from campaign_known c where ${NAMED} and ($2::text is null or ${PHASE} = $2)
         and ($3::timestamptz is null or (c.starts_at, c.id) < ($3, $4::uuid))
       order by c.starts_at desc, c.id desc limit $5`,
      [words, phase ?? null, startsAt, id, limit + 1],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await campaignViews(db, shown, await databaseNow(db)),
      next: found.length > limit && last ? `${last.startsAt.toISOString()}_${last.id}` : null,
      counts: await this.counts(words),
    };
  }

  private async counts(words: readonly string[]): Promise<Record<CampaignPhase, number>> {
    const rows = await this.db.query<{ phase: CampaignPhase; count: number }[]>(
      `select ${PHASE} as phase, count(*)::int as count from campaign_known c where ${NAMED} group by 1`,
      [words],
    );
    const of = (phase: CampaignPhase): number => rows.find((row) => row.phase === phase)?.count ?? 0;
    return { ahead: of('ahead'), running: of('running'), over: of('over'), called_off: of('called_off') };
  }
}
