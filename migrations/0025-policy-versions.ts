import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every policy that has been in force, whole: a running case is judged by the one it began with. And the file that was refused last. */
export class PolicyVersions1763900000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table policy_version (
        version text primary key,
        digest text not null unique,
        body jsonb not null,
        taken_at timestamptz not null default app_now()
      );
      revoke update, delete, truncate on policy_version from huiying_app;

      create table policy_refusal (
        digest text primary key,
        faults text[] not null,
        seen_at timestamptz not null default app_now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table policy_refusal, policy_version');
  }
}
