import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and their sessions. A session is a row, so that it can be revoked at once. */
export class People1763800000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table account (
        id uuid primary key default gen_random_uuid(),
        username text not null unique,
        display_name text not null,
        password_hash text not null,
        role text not null check (role in ('administrator', 'press_office', 'bureau', 'leadership')),
        bureau text,
        must_change_password boolean not null default false,
        disabled_at timestamptz,
        created_at timestamptz not null default app_now(),
        check ((role = 'bureau') = (bureau is not null))
      );
      create table web_session (
        sid varchar primary key,
        sess json not null,
        expire timestamptz not null
      );
      create index web_session_expire on web_session (expire);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table web_session, account`);
  }
}
