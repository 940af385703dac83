import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The link of what was recorded is fetched: the copy is kept, and the time the page itself states. */
export class LinkChecks1763900000049 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table link_check (
        evidence_id uuid primary key references evidence,
        url text not null,
        attempts int not null default 0,
        next_at timestamptz,
        outcome text check (outcome in ('fetched', 'unreachable')),
        detail text,
        fetched_at timestamptz,
        sha256 text,
        body bytea,
        page_at timestamptz,
        page_precision text,
        check ((body is null) = (sha256 is null))
      );
      create index link_check_due on link_check (next_at) where next_at is not null;
      revoke delete on link_check from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table link_check');
  }
}
