import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices that were merged for one robot stay one message, so that a repetition can be recognised. */
export class Digests1763900000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice add column digest_id uuid;
      create index notice_of_digest on notice (digest_id) where digest_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table notice drop column digest_id');
  }
}
