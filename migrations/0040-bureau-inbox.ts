import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of the lead bureau has a case in hand, and which bureaus have sent it back: each may once. */
export class BureauInbox1763900000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident
        add column holder uuid references account,
        add column returned_by text[] not null default '{}';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table incident drop column holder, drop column returned_by');
  }
}
