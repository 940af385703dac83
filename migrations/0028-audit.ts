import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the auditor finds, and how far it has come. A finding is one row for as long as it stands; one that comes back is another.
 * The running product may read which migrations there were: readiness says when one is missing.
 */
export class Audit1763900000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit (
        one boolean primary key default true check (one),
        claimed_at timestamptz,
        last_at timestamptz not null,
        tail_seq bigint not null,
        tail_hash text not null,
        round_seq bigint not null,
        round_hash text not null
      );
      insert into audit select true, null, app_now(), seq, hash, 0, repeat('0', 64) from journal_head;

      create table audit_finding (
        id bigint generated always as identity primary key,
        rule text not null,
        subject text not null,
        detail jsonb not null,
        first_seen timestamptz not null default app_now(),
        last_seen timestamptz not null default app_now(),
        gone_at timestamptz,
        tell_at timestamptz not null default app_now(),
        told_at timestamptz
      );
      create unique index audit_finding_standing on audit_finding (rule, subject) where gone_at is null;

      revoke insert, delete, truncate on audit from huiying_app;
      revoke delete, truncate on audit_finding from huiying_app;
      grant select on migrations to huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke select on migrations from huiying_app;
      drop table audit_finding, audit;
    `);
  }
}
