import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice that was held is looked at when it is let go: whether its duty has been answered meanwhile. Null: not held since it was looked at. */
export class HeldSince1763900000054 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice add column held_since timestamptz;
      update notice set held_since = created_at where state = 'held';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table notice drop column held_since');
  }
}
