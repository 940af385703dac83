import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each case has come, and what is put on record of it. A record is never changed; a correction is another one. */
export class Workspace1763900000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident add column stage text not null default 'collected' check (stage in (
        'collected', 'consulting', 'assessed', 'assigned', 'acknowledged', 'drafting', 'in_review', 'signed', 'released',
        'following_up', 'evaluating', 'closed', 'archived', 'monitor_only', 'transferred_out', 'merged', 'false_alarm'));
      update incident i set stage = case
        when merged_into is not null then 'merged'
        when status = 'dismissed' then 'false_alarm'
        when exists (select from evidence e where e.incident_id = i.id and e.form = 'statement' and e.official)
          then 'released'
        when acknowledged_at is not null then 'acknowledged'
        else 'collected' end;

      create table case_record (
        id uuid primary key default gen_random_uuid(),
        incident_id uuid not null references incident,
        kind text not null,
        no int not null check (no > 0),
        number text unique,
        -- json, not jsonb: the digest is of these bytes.
        body json not null,
        sha256 text not null,
        made_by text not null,
        made_at timestamptz not null default app_now(),
        supersedes uuid references case_record,
        reason text,
        unique (incident_id, kind, no),
        check ((supersedes is null) = (reason is null))
      );
      create unique index case_record_superseded_once on case_record (supersedes) where supersedes is not null;
      create function case_record_stands() returns trigger language plpgsql as $$
      begin
        raise exception 'a record is never changed or removed: make another one that names it';
      end $$;
      create trigger case_record_stands before update or delete on case_record
        for each row execute function case_record_stands();
      create trigger case_record_table_stands before truncate on case_record
        for each statement execute function case_record_stands();
      revoke update, delete, truncate on case_record from huiying_app;

      -- Numbers of an office's papers have no gaps: one row a series and year, taken in the paper's own transaction.
      create table number_series (
        series text not null,
        year int not null,
        last int not null,
        primary key (series, year)
      );

      create table editing (
        incident_id uuid not null references incident on delete cascade,
        account_id uuid not null references account on delete cascade,
        since timestamptz not null,
        seen_at timestamptz not null,
        primary key (incident_id, account_id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table editing, number_series, case_record;
      drop function case_record_stands;
      alter table incident drop column stage;
    `);
  }
}
