import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who drafted which document. `policy_registry` keeps every state that judging went by, so that an old judgement can be made again;
 * its revision stands in the judgement.
 */
export class PolicyDocuments1763900000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table policy_document (
        id text primary key,
        title text not null,
        aliases text[] not null default '{}',
        number text,
        bureau text not null,
        issued_on date,
        valid_from date,
        valid_to date,
        source text not null,
        confidence text not null check (confidence in ('H', 'M', 'L')),
        origin text not null check (origin in ('file', 'api')),
        edited boolean not null default false,
        changed_at timestamptz not null default app_now(),
        check (valid_from <= valid_to)
      );
      create table policy_registry (
        revision int primary key generated always as identity,
        at timestamptz not null default app_now(),
        items jsonb not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table policy_registry, policy_document');
  }
}
