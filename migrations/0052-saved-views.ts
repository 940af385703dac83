import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 常用视图: what a person narrows a list to again and again, under a name of her own. */
export class SavedViews1763900000052 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_view (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account on delete cascade,
        page text not null,
        name text not null check (name <> ''),
        search text not null,
        saved_at timestamptz not null default app_now(),
        unique (account_id, page, name)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table saved_view');
  }
}
