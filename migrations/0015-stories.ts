import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people decide about stories and cases (joined, split, set aside, merged) and whose words an article carries. A person's
 * grouping is final: `grouped_by` and `story_apart` are what the machine may not undo.
 */
export class Stories1763900000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table story
        add grouped_by text,
        add possibly boolean not null default false,
        add merged_into uuid references story on delete set null,
        add disposition text,
        add set_aside_at timestamptz,
        add set_aside_by text,
        add set_aside_reason text,
        add constraint story_possibly_of_a_case check (not possibly or incident_id is not null),
        add constraint story_in_one_place check (lane is null or (incident_id is null and merged_into is null));

      create table story_apart (
        a uuid references story on delete cascade,
        b uuid references story on delete cascade,
        decided_by text not null,
        decided_at timestamptz not null default app_now(),
        primary key (a, b),
        check (a < b)
      );
      create index story_apart_by_other on story_apart (b);

      create table story_figure (
        id uuid primary key default gen_random_uuid(),
        story_id uuid not null references story on delete cascade,
        metric text not null,
        value double precision not null check (value >= 0),
        reason text not null,
        stated_by text not null,
        stated_at timestamptz not null default app_now()
      );
      create index story_figure_by_story on story_figure (story_id, stated_at);

      alter table article add publisher text, add origin text;

      alter table incident add merged_into uuid references incident;
      create index incident_by_merger on incident (merged_into) where merged_into is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident drop merged_into;
      alter table article drop publisher, drop origin;
      drop table story_figure, story_apart;
      alter table story
        drop constraint story_in_one_place, drop constraint story_possibly_of_a_case,
        drop grouped_by, drop possibly, drop merged_into, drop disposition, drop set_aside_at, drop set_aside_by,
        drop set_aside_reason;
    `);
  }
}
