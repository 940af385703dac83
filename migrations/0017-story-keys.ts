import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Look-up keys of the stories of the last days, a row each: an index on arrays reads long lists for common keys and grew with
 * all stories ever stored. Rows are deleted when the window has passed them; `key` is the first
 * four bytes of md5 of channel and key: chance meetings are rare and cost a comparison only.
 */
export class StoryKeys1763900000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table story_key (
        key integer not null,
        day integer not null,
        story_id uuid not null,
        primary key (key, day, story_id)
      );
      create index story_key_by_day on story_key using brin (day);

      insert into story_key (key, day, story_id)
      select distinct ('x' || left(md5(s.channel || ' ' || k.key), 8))::bit(32)::integer,
        floor(extract(epoch from s.last_joined_at) / 86400)::integer, s.id
      from story s cross join lateral unnest(s.keys) k (key)
      where s.last_joined_at > app_now() - interval '7 days';

      create index story_by_merger on story (merged_into) where merged_into is not null;

      drop index story_by_key;
      alter table story drop keys;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table story add keys text[] not null default '{}';
      alter table story alter keys drop default;
      create index story_by_key on story using gin (keys);
      drop table story_key;
      drop index story_by_merger;
    `);
  }
}
