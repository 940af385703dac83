import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when a case has been silent, since when its bureau leads it, and the rows of its ladder that are due. */
export class Ladder1763900000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident add column silent_since timestamptz, add column lead_since timestamptz;
      create index clock_threshold_ladder on clock_threshold (fire_at)
        where outcome is null and (key like 'rung%' or key = 'ack_expires');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index clock_threshold_ladder;
      alter table incident drop column silent_since, drop column lead_since;
    `);
  }
}
