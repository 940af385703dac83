import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the gateway reports of a message whose sending is not recorded yet. */
export class EarlyReceipts1763900000047 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table early_receipt (
        id bigint generated always as identity primary key,
        reference text not null,
        status text not null check (status in ('delivered', 'failed')),
        detail text not null,
        at timestamptz not null default app_now(),
        unique (reference, status)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table early_receipt');
  }
}
