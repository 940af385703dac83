import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open cases that a report shows to be perhaps one: told once, and shown until a person merges or parts them. */
export class IncidentPairs1763900000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table incident_pair (
        a uuid references incident on delete cascade,
        b uuid references incident on delete cascade,
        told_at timestamptz not null default app_now(),
        parted_by text,
        parted_at timestamptz,
        parted_reason text,
        primary key (a, b),
        check (a < b),
        check ((parted_by is null) = (parted_at is null))
      );
      create index incident_pair_by_other on incident_pair (b);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table incident_pair');
  }
}
