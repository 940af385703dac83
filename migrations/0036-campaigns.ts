import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 专项: campaigns with their window, words, sources and roster. A change is a new version; which articles and cases a campaign
 * has touched stays as it was decided, whatever is changed later.
 */
export class Campaigns1763900000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table campaign (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default app_now()
      );
      create table campaign_version (
        campaign_id uuid not null references campaign,
        version int not null check (version > 0),
        name text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        words text[] not null,
        sources text[] not null,
        lowered boolean not null,
        roster uuid[] not null,
        digest_time text not null check (digest_time ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
        changed_by uuid not null references account,
        changed_at timestamptz not null default app_now(),
        reason text,
        primary key (campaign_id, version),
        check (ends_at > starts_at)
      );
      create view campaign_now as
        select distinct on (campaign_id) campaign_id as id, * from campaign_version order by campaign_id, version desc;

      create table article_campaign (
        article_id uuid not null references article on delete cascade,
        campaign_id uuid not null references campaign,
        at timestamptz not null,
        primary key (article_id, campaign_id)
      );
      create index article_campaign_by_time on article_campaign (campaign_id, at);
      create table incident_campaign (
        incident_id uuid not null references incident on delete cascade,
        campaign_id uuid not null references campaign,
        since timestamptz not null default app_now(),
        primary key (incident_id, campaign_id)
      );
      create index incident_campaign_by_campaign on incident_campaign (campaign_id, since);

      create function story_carries_campaigns() returns trigger language plpgsql as $$
      begin
        insert into incident_campaign (incident_id, campaign_id)
          select distinct new.incident_id, c.campaign_id from article a join article_campaign c on c.article_id = a.id
          where a.story_id = new.id on conflict do nothing;
        return null;
      end $$;
      create trigger story_carries_campaigns after update of incident_id, possibly on story
        for each row when (new.incident_id is not null and not new.possibly)
        execute function story_carries_campaigns();
      create function merger_carries_campaigns() returns trigger language plpgsql as $$
      begin
        insert into incident_campaign (incident_id, campaign_id)
          select new.merged_into, campaign_id from incident_campaign where incident_id = new.id on conflict do nothing;
        return null;
      end $$;
      create trigger merger_carries_campaigns after update of merged_into on incident
        for each row when (new.merged_into is not null) execute function merger_carries_campaigns();

      revoke update, delete, truncate on campaign, campaign_version from huiying_app;
      revoke update, truncate on article_campaign, incident_campaign from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger merger_carries_campaigns on incident;
      drop trigger story_carries_campaigns on story;
      drop function merger_carries_campaigns, story_carries_campaigns;
      drop table incident_campaign, article_campaign;
      drop view campaign_now;
      drop table campaign_version, campaign;
    `);
  }
}
