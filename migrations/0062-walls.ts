import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 大屏: a browser on a wall that reads the wall's own picture and nothing else. The token of its link and the secret of its cookie
 * stand here as SHA-256 only; the link is exchanged for the cookie once.
 */
export class Walls1763900000062 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table wall (
        id uuid primary key default gen_random_uuid(),
        name text not null check (name <> ''),
        place text not null,
        token_hash bytea not null unique check (length(token_hash) = 32),
        made_by uuid not null references account,
        made_at timestamptz not null default app_now(),
        session_hash bytea unique check (length(session_hash) = 32),
        exchanged_at timestamptz,
        last_seen_at timestamptz,
        revoked_by uuid references account,
        revoked_at timestamptz,
        check ((session_hash is null) = (exchanged_at is null)),
        check ((revoked_by is null) = (revoked_at is null))
      );
      revoke delete, truncate on wall from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table wall');
  }
}
