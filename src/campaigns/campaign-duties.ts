import type { EntityManager } from 'typeorm';
import type { CampaignDuty } from '../domain/roster/post.js';

/** The people of each campaign whose window holds this instant of database time. */
export function campaignDuties(db: EntityManager): Promise<CampaignDuty[]> {
  return db.query<CampaignDuty[]>(
    `select id as "campaignId", roster as "accountIds" from campaign_now
     where starts_at <= app_now() and ends_at > app_now() and roster <> '{}'`,
  );
}
