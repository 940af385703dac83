import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when no core source is watched at all: then silence means nothing. The database notices it by itself, so that no way of
 * adding, pausing, moving or removing a source can forget it.
 */
export class CoreAbsence1763900000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table blind_interval drop constraint blind_interval_cause_check;
      alter table blind_interval add constraint blind_interval_cause_check
        check (cause in ('no_core_source', 'source', 'judging', 'canary'));

      create table core_absence (
        one boolean primary key default true check (one),
        since timestamptz not null default app_now()
      );

      create function look_for_core_sources() returns trigger language plpgsql as $$
      begin
        if exists (
          select from source
          where tier = 'core' and channel = 'live' and origin <> 'built_in' and enabled and paused_at is null
        ) then
          with ended as (delete from core_absence returning since)
          insert into blind_interval (cause, since, until)
            select 'no_core_source', since, app_now() from ended where since < app_now();
        else
          insert into core_absence default values on conflict do nothing;
        end if;
        return null;
      end $$;
      create trigger look_for_core_sources
        after insert or delete or update of tier, enabled, paused_at, channel, origin on source
        for each statement execute function look_for_core_sources();
      update source set enabled = enabled where false;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger look_for_core_sources on source;
      drop function look_for_core_sources();
      drop table core_absence;
      delete from blind_interval where cause = 'no_core_source';
      alter table blind_interval drop constraint blind_interval_cause_check;
      alter table blind_interval add constraint blind_interval_cause_check check (cause in ('source', 'judging', 'canary'));
    `);
  }
}
