import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few thresholds that were postponed, so that looking for the next one does not read all that are pending. */
export class RetryIndex1763800000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'create index clock_threshold_postponed on clock_threshold (retry_at) where outcome is null and retry_at is not null',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index clock_threshold_postponed');
  }
}
