import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cycles of continued release: when one passed without a release, and the turn to the next one that failed. The office's own targets for
 * the steps of a case.
 */
export class Targets1763900000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident_clock
        add column missed_at timestamptz,
        add column turn_failures int not null default 0,
        add column turn_retry_at timestamptz,
        add constraint missed_cycle check (missed_at is null or (kind = 'follow_up' and waived_at is null));
      create index follow_up_turn on incident_clock (due_at)
        where kind = 'follow_up' and met_at is null and waived_at is null and missed_at is null;

      create table internal_target (
        id uuid primary key default gen_random_uuid(),
        incident_id uuid not null references incident,
        name text not null,
        rule_version text not null,
        citation text not null,
        start_at timestamptz not null,
        due_at timestamptz not null,
        met_at timestamptz,
        ended_at timestamptz,
        told_at timestamptz,
        unique (incident_id, name),
        constraint target_over_once check (num_nonnulls(met_at, ended_at) < 2)
      );
      create index internal_target_pending on internal_target (due_at)
        where met_at is null and ended_at is null and told_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table internal_target;
      drop index follow_up_turn;
      alter table incident_clock drop constraint missed_cycle,
        drop column turn_retry_at, drop column turn_failures, drop column missed_at;
    `);
  }
}
