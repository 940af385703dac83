import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets that every process of one installation shares and nobody has to set: drawn once, by the database. */
export class SessionSecret1763800000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table office_secret (
        name text primary key,
        value text not null
      );
      insert into office_secret values ('session_cookie', gen_random_uuid()::text || gen_random_uuid()::text);
      revoke insert, update, delete on office_secret from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table office_secret`);
  }
}
