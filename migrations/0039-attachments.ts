import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files put beside a case, and papers that keep their number when they are corrected.
 * Files stand in the database, not in a folder: row, bytes and journal commit together, every process on every
 * host reads them, and one backup holds them all.
 */
export class Attachments1763900000039 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table attachment (
        id uuid primary key default gen_random_uuid(),
        incident_id uuid not null references incident,
        record_id uuid references case_record,
        name text not null,
        type text not null,
        bytes int not null check (bytes > 0),
        sha256 text not null,
        body bytea not null check (length(body) = bytes),
        added_by text not null,
        added_at timestamptz not null default app_now()
      );
      -- What is kept here is packed already.
      alter table attachment alter column body set storage external;
      create index attachment_by_incident on attachment (incident_id, added_at);
      create function attachment_stands() returns trigger language plpgsql as $$
      begin
        raise exception 'a file on record is never changed or removed';
      end $$;
      create trigger attachment_stands before update or delete on attachment
        for each row execute function attachment_stands();
      create trigger attachment_table_stands before truncate on attachment
        for each statement execute function attachment_stands();
      revoke update, delete, truncate on attachment from huiying_app;

      -- A corrected paper keeps its number.
      alter table case_record drop constraint case_record_number_key;
      create unique index case_record_number on case_record (number) where supersedes is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table attachment;
      drop function attachment_stands;
      drop index case_record_number;
      alter table case_record disable trigger case_record_stands;
      update case_record set number = null where supersedes is not null;
      alter table case_record enable trigger case_record_stands;
      alter table case_record add constraint case_record_number_key unique (number);
    `);
  }
}
