import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator switches for everybody while the product runs. */
export class OfficeOptions1763900000048 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table office_options (
        one boolean primary key default true check (one),
        watermark boolean not null default false
      );
      insert into office_options default values;
      revoke insert, delete, truncate on office_options from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table office_options');
  }
}
