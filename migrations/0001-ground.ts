import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground: database time, the role the product runs as, and the journal (审计链).
 * `app_now()` is STABLE, so that an index on an instant stays a bound; tests replace it to move the clock.
 */
export class Ground1763800000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function app_now() returns timestamptz language sql stable as $$
        select date_trunc('milliseconds', now())
      $$;

      do $$ begin
        create role huiying_app nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      do $$ begin
        execute format('grant huiying_app to %I', current_user);
      end $$;
      grant usage on schema public to huiying_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to huiying_app;

      create table journal_head (
        one boolean primary key default true check (one),
        seq bigint not null,
        hash text not null
      );
      insert into journal_head values (true, 0, repeat('0', 64));

      create table journal (
        seq bigint primary key,
        at timestamptz not null,
        kind text not null,
        incident_id uuid,
        actor text not null,
        body text not null,
        hash text not null
      );
      create index journal_by_incident on journal (incident_id, seq);
      create index journal_by_kind on journal (kind, seq);

      create function journal_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'journal rows are never changed or removed' using errcode = 'insufficient_privilege';
      end $$;
      create trigger journal_row_guard before update or delete on journal
        for each row execute function journal_is_append_only();
      create trigger journal_table_guard before truncate on journal
        for each statement execute function journal_is_append_only();

      grant select, insert, update on journal_head to huiying_app;
      revoke update, delete, truncate on journal from huiying_app;
      revoke delete, truncate on journal_head from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table journal, journal_head; drop function journal_is_append_only(); drop function app_now();`,
    );
  }
}
