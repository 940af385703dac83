import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice that did not arrive waits to be told while nobody stands at the desk: since when stands here, and once in the journal. */
export class FailuresUntold1763900000053 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table delivery_failure add column nobody_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table delivery_failure drop column nobody_at');
  }
}
