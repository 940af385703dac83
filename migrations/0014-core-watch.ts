import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when each core source is counted on, and until when one was that no longer is. Kept by the database itself, so that
 * no way of adding, pausing, moving or removing a source can forget it. While none is counted on we are blind; the first one
 * that is ends that.
 */
export class CoreWatch1763900000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source add core_since timestamptz, add core_until timestamptz;
      update source set core_since = created_at
      where tier = 'core' and enabled and paused_at is null and channel = 'live' and origin <> 'built_in';
      create index source_core on source (core_since) where core_since is not null;

      alter table blind_interval drop constraint blind_interval_cause_check;
      alter table blind_interval add constraint blind_interval_cause_check
        check (cause in ('no_core_source', 'source', 'judging', 'canary'));
      create unique index blind_interval_no_core on blind_interval (since) where cause = 'no_core_source';

      create function watch_core_source() returns trigger language plpgsql as $$
      declare
        counted boolean := new.tier = 'core' and new.enabled and new.paused_at is null and new.channel = 'live'
          and new.origin <> 'built_in';
      begin
        if counted and new.core_since is null then
          insert into blind_interval (cause, since, until)
            select 'no_core_source', since, app_now()
            from (select coalesce(max(core_until), min(created_at)) as since from source) nobody
            where since < app_now() and not exists (select from source where core_since is not null)
            on conflict do nothing;
          new.core_since := app_now();
        elsif not counted and new.core_since is not null then
          new.core_since := null;
          new.core_until := app_now();
        end if;
        return new;
      end $$;
      create trigger source_core_watch before insert or update of tier, enabled, paused_at, channel, origin on source
        for each row execute function watch_core_source();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger source_core_watch on source;
      drop function watch_core_source();
      drop index blind_interval_no_core, source_core;
      delete from blind_interval where cause = 'no_core_source';
      alter table blind_interval drop constraint blind_interval_cause_check;
      alter table blind_interval add constraint blind_interval_cause_check check (cause in ('source', 'judging', 'canary'));
      alter table source drop core_since, drop core_until;
    `);
  }
}
