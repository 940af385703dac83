import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Monitoring services that send us their articles. The secret stands in clear: whoever checks an HMAC needs the key itself.
 * Each signature is remembered until its time has passed, so that a call can be made once only.
 */
export class Intakes1763900000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table intake (
        id text primary key references source,
        secret text not null check (length(secret) >= 43),
        created_at timestamptz not null default app_now(),
        revoked_at timestamptz,
        last_received_at timestamptz,
        received bigint not null default 0
      );
      create table intake_call (
        intake_id text not null references intake,
        signature text not null,
        at timestamptz not null default app_now(),
        primary key (intake_id, signature)
      );
      create index intake_call_by_age on intake_call (at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table intake_call, intake');
  }
}
