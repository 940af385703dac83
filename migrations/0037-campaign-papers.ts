import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专项日报 and 专项小结: each made once and kept as it was sent; their notices go through the outbox, about no case. */
export class CampaignPapers1763900000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table campaign_paper (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null references campaign,
        kind text not null check (kind in ('digest', 'summary')),
        day text not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        -- json, not jsonb: the digest is of these bytes.
        body json not null,
        sha256 text not null,
        made_at timestamptz not null default app_now(),
        unique (campaign_id, kind, day)
      );
      revoke update, delete, truncate on campaign_paper from huiying_app;

      alter table notice
        alter column incident_id drop not null,
        add column paper_id uuid references campaign_paper,
        drop constraint notice_about_one,
        add constraint notice_about_one check (num_nonnulls(alert_id, report_id, paper_id) = 1),
        add constraint notice_of_case check ((incident_id is null) = (paper_id is not null)),
        add constraint notice_of_paper unique (paper_id, recipient_id, channel);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from notice_receipt where notice_id in (select id from notice where paper_id is not null);
      delete from delivery_attempt where notice_id in (select id from notice where paper_id is not null);
      delete from notice where paper_id is not null;
      alter table notice drop constraint notice_of_case, drop constraint notice_about_one, drop column paper_id,
        alter column incident_id set not null,
        add constraint notice_about_one check (num_nonnulls(alert_id, report_id) = 1);
      drop table campaign_paper;
      delete from periodic_run where job like 'campaign:%';
    `);
  }
}
