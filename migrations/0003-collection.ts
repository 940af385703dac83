import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources, visits, the bodies they brought (evidence) and the articles read from them. */
export class Collection1763800000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table source (
        id text primary key,
        name text not null,
        url text not null,
        tier text not null check (tier in ('core', 'regular', 'wide')),
        family text not null,
        origin text not null check (origin in ('file', 'api', 'built_in')),
        allow_private_network boolean not null default false check (origin = 'file' or not allow_private_network),
        enabled boolean not null default true,
        etag text,
        last_modified text,
        next_visit_at timestamptz,
        last_visit_at timestamptz,
        last_ok_at timestamptz,
        last_new_at timestamptz,
        last_outcome text,
        last_detail text,
        failures int not null default 0,
        created_at timestamptz not null default app_now()
      );
      create index source_due on source (next_visit_at) where enabled;

      create table response_body (
        id uuid primary key default gen_random_uuid(),
        source_id text not null references source,
        url text not null,
        fetched_at timestamptz not null,
        status int not null,
        headers jsonb not null,
        sha256 text not null,
        body bytea not null,
        pinned boolean not null default false
      );
      create index response_body_age on response_body (fetched_at) where not pinned;

      create table visit (
        id uuid primary key default gen_random_uuid(),
        source_id text not null references source,
        started_at timestamptz not null,
        finished_at timestamptz not null,
        outcome text not null,
        detail text,
        items int not null default 0,
        new_items int not null default 0,
        warnings jsonb not null default '[]'
      );
      create index visit_by_source on visit (source_id, started_at desc);

      create table article (
        id uuid primary key default gen_random_uuid(),
        source_id text not null references source,
        item_key text not null,
        guid text,
        title text not null,
        text text not null,
        link text,
        published_at timestamptz,
        published_note text not null,
        reported_source text,
        stated_occurred_at timestamptz,
        stated_notified_at timestamptz,
        fetched_at timestamptz not null default app_now(),
        body_id uuid references response_body on delete set null,
        judged_at timestamptz,
        judging_error text,
        judgement jsonb,
        story_id uuid,
        unique (source_id, item_key)
      );
      create index article_unjudged on article (fetched_at) where judged_at is null;
      create index article_by_story on article (story_id) where story_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table article, visit, response_body, source`);
  }
}
