import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Targets by the levels they are for; those that are no longer wanted at the level a case has now, and a telling that failed; 重点事项 (方案 三(四)): what a case is a
 * priority for, and who decided it.
 */
export class CaseTargets1763900000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table internal_target
        add column withdrawn_at timestamptz,
        add column failures int not null default 0,
        add column retry_at timestamptz,
        add column levels text not null default '',
        drop constraint target_over_once,
        drop constraint internal_target_incident_id_name_key,
        add constraint target_once unique (incident_id, name, levels);
      drop index internal_target_pending;
      create index internal_target_pending on internal_target (due_at)
        where met_at is null and ended_at is null and withdrawn_at is null and told_at is null;

      alter table incident
        add column priority text[] not null default '{}',
        add column priority_by uuid references account;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident drop column priority_by, drop column priority;
      drop index internal_target_pending;
      update internal_target set ended_at = null where met_at is not null;
      delete from internal_target t using internal_target o
        where o.incident_id = t.incident_id and o.name = t.name and o.id > t.id;
      alter table internal_target drop constraint target_once,
        drop column levels, drop column retry_at, drop column failures, drop column withdrawn_at,
        add unique (incident_id, name),
        add constraint target_over_once check (num_nonnulls(met_at, ended_at) < 2);
      create index internal_target_pending on internal_target (due_at)
        where met_at is null and ended_at is null and told_at is null;
    `);
  }
}
