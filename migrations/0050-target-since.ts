import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a target counts as it does: a decision that moved it, or made it run again, is no time in which the product was down. */
export class TargetSince1763900000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table internal_target add column counts_since timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table internal_target drop column counts_since');
  }
}
