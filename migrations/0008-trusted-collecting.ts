import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What trusted collecting needs to remember: whose turn it is at a host, how often a source publishes, what a person said of
 * it, when a visit was promised, and when we were blind.
 */
export class TrustedCollecting1763900000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source
        add host text not null default '',
        add channel text not null default 'live' check (channel in ('live', 'canary')),
        add folder text,
        add paused_at timestamptz,
        add expected_seconds int check (expected_seconds > 0),
        add learned_seconds double precision,
        add longest_gap_seconds double precision,
        add fresh_seconds double precision,
        add silent_since timestamptz,
        add claimed_at timestamptz;
      update source set host = coalesce(lower(substring(url from '^https?://([^/?#]+)')), '');

      update source set last_outcome = 'malformed' where last_outcome = 'malformed_response';
      update visit set outcome = 'malformed' where outcome = 'malformed_response';

      drop index source_due;
      create index source_due on source (next_visit_at) where enabled and paused_at is null;

      create table host_turn (
        host text primary key,
        holder uuid,
        busy_until timestamptz,
        free_at timestamptz not null default '-infinity'
      );

      create table blind_interval (
        id bigint generated always as identity primary key,
        cause text not null check (cause in ('source', 'judging', 'canary')),
        source_id text references source,
        since timestamptz not null,
        until timestamptz not null,
        check (until > since),
        check ((cause = 'source') = (source_id is not null))
      );
      create index blind_interval_by_end on blind_interval (until);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table blind_interval, host_turn;
      drop index source_due;
      alter table source drop host, drop channel, drop folder, drop paused_at, drop expected_seconds, drop learned_seconds,
        drop longest_gap_seconds, drop fresh_seconds, drop silent_since, drop claimed_at;
      create index source_due on source (next_visit_at) where enabled;
    `);
  }
}
