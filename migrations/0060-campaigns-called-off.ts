import type { MigrationInterface, QueryRunner } from 'typeorm';

const LATEST = 'distinct on (v.campaign_id) v.campaign_id as id, v.*';
const NOW = `select distinct on (campaign_id) campaign_id as id, * from campaign_version`;

/**
 * 撤销专项: a campaign may be called off before it has begun, once, for a reason. `campaign_known` holds them all; `campaign_now`,
 * by which work is done, only those that stand.
 */
export class CampaignsCalledOff1763900000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table campaign_called_off (
        campaign_id uuid primary key references campaign,
        called_off_by uuid not null references account,
        called_off_at timestamptz not null default app_now(),
        reason text not null check (reason <> '')
      );
      revoke update, delete, truncate on campaign_called_off from huiying_app;
      create view campaign_known as
        select ${LATEST}, o.called_off_at, o.called_off_by, o.reason as called_off_reason
        from campaign_version v left join campaign_called_off o on o.campaign_id = v.campaign_id
        order by v.campaign_id, v.version desc;
      create or replace view campaign_now as
        ${NOW} v where not exists (select from campaign_called_off o where o.campaign_id = v.campaign_id)
        order by campaign_id, version desc;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view campaign_now as ${NOW} order by campaign_id, version desc;
      drop view campaign_known;
      drop table campaign_called_off;
    `);
  }
}
