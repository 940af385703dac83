import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The self-check: one row for each synthetic report on its way, one for each time that a stage was broken. The index keeps
 * the board's list of happenings short to read however many self-checks stand in the journal.
 */
export class Canary1763900000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table canary_run (
        slot bigint primary key,
        turn int not null,
        started_at timestamptz not null,
        next_by timestamptz not null,
        fetched_at timestamptz,
        stored_at timestamptz,
        judged_at timestamptz,
        opened_at timestamptz,
        fired_at timestamptz,
        heard_at timestamptz,
        complete_at timestamptz,
        socket_watched boolean not null,
        abandoned boolean not null default false
      );

      create table canary_breakage (
        id bigint generated always as identity primary key,
        stage text not null check (stage in ('fetch', 'store', 'judge', 'open', 'fire', 'hear')),
        since timestamptz not null,
        named_at timestamptz not null,
        ended_at timestamptz,
        told_at timestamptz,
        tell_at timestamptz
      );
      create unique index canary_breakage_open on canary_breakage ((true)) where ended_at is null;

      insert into office_secret values ('canary_socket', gen_random_uuid()::text || gen_random_uuid()::text);
      create index journal_without_canary on journal (seq) where kind not like 'canary.%';
      create index story_unseen on story (channel) where channel <> 'live';
      create index incident_unseen on incident (channel) where channel <> 'live';
      create index response_body_unseen on response_body (fetched_at) where source_id = '@canary';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index response_body_unseen, incident_unseen, story_unseen, journal_without_canary;
      update source set enabled = false where id = '@canary';
      delete from office_secret where name = 'canary_socket';
      drop table canary_breakage, canary_run;
    `);
  }
}
