import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file that holds personal data loses its bytes and its name when the response has been over for long enough (应对法 85); the row,
 * its SHA-256 and its times stay. Nothing else of a file ever changes.
 */
export class AttachmentPurge1763900000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table attachment add column personal boolean not null default false;
      alter table attachment add column purged_at timestamptz;
      alter table attachment alter column body drop not null;
      alter table attachment add constraint attachment_purged check ((body is null) = (purged_at is not null));
      create or replace function attachment_stands() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.personal and old.purged_at is null and new.purged_at is not null
          and to_jsonb(old) - '{body,name,purged_at}'::text[] = to_jsonb(new) - '{body,name,purged_at}'::text[]
        then
          return new;
        end if;
        raise exception 'a file on record is never changed or removed';
      end $$;
      grant update (body, name, purged_at) on attachment to huiying_app;
    `);
  }

  /** What was purged does not come back: such rows go, the journal tells of them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke update (body, name, purged_at) on attachment from huiying_app;
      alter table attachment disable trigger attachment_stands;
      delete from attachment where purged_at is not null;
      alter table attachment enable trigger attachment_stands;
      create or replace function attachment_stands() returns trigger language plpgsql as $$
      begin
        raise exception 'a file on record is never changed or removed';
      end $$;
      alter table attachment drop constraint attachment_purged;
      alter table attachment alter column body set not null;
      alter table attachment drop column purged_at;
      alter table attachment drop column personal;
    `);
  }
}
