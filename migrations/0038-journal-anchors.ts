import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Daily anchors of the journal (每日存证): one row a day that nobody alters, not even the owner, except for whether its file is
 * written. Checks of the journal that people ask for leave a row each, so that any process can tell how far one has come.
 */
export class JournalAnchors1763900000038 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table journal_anchor (
        day text primary key check (day ~ '^\\d{4}-\\d\\d-\\d\\d$'),
        last_seq bigint not null,
        body text not null,
        digest text not null unique,
        made_at timestamptz not null default app_now(),
        kept_at timestamptz,
        fault text
      );
      create function anchors_are_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (new.day, new.last_seq, new.body, new.digest, new.made_at)
          is not distinct from (old.day, old.last_seq, old.body, old.digest, old.made_at) then
          return new;
        end if;
        raise exception 'anchors are never changed or removed' using errcode = 'insufficient_privilege';
      end $$;
      create trigger journal_anchor_row_guard before update or delete on journal_anchor
        for each row execute function anchors_are_append_only();
      create trigger journal_anchor_table_guard before truncate on journal_anchor
        for each statement execute function anchors_are_append_only();
      revoke update, delete, truncate on journal_anchor from huiying_app;
      grant update (kept_at, fault) on journal_anchor to huiying_app;

      create table journal_check (
        id bigint generated always as identity primary key,
        asked_by text not null,
        asked_at timestamptz not null default app_now(),
        from_seq bigint not null,
        to_seq bigint not null,
        checked_seq bigint not null,
        beat_at timestamptz not null default app_now(),
        ended_at timestamptz,
        result jsonb
      );
      revoke delete, truncate on journal_check from huiying_app;

      create index journal_by_time on journal (at);
      create index journal_by_actor on journal (actor, seq);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index journal_by_time, journal_by_actor;
      drop table journal_check, journal_anchor;
      drop function anchors_are_append_only();
    `);
  }
}
