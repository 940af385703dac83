import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The archive's search. `article_index` holds what an article is found by, beside the article, so that its rows stay
 * narrow and storing or judging never waits for it. `article_unindexed` is the queue of the indexer: what is stored is indexed,
 * what is deleted is looked at once more, so that nothing remains of it even if both happened at once.
 */
export class ArchiveSearch1763900000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table article_index (
        article_id uuid primary key,
        at timestamptz not null,
        source_id text not null,
        folded text not null,
        terms int4[] not null
      ) with (toast_tuple_target = 128);
      alter table article_index
        alter folded set statistics 0,
        alter terms set statistics 0,
        alter terms set storage external;
      create index article_index_by_time on article_index (at desc, article_id desc);
      create index article_index_by_source on article_index (source_id, at desc, article_id desc);
      create index article_index_by_term on article_index using gin (terms);
      create index story_by_incident on story (incident_id) where incident_id is not null;

      create table article_unindexed (
        seq bigint generated always as identity primary key,
        article_id uuid not null,
        queued_at timestamptz not null default app_now()
      );
      insert into article_unindexed (article_id) select id from article order by fetched_at;

      create function article_index_queue() returns trigger language plpgsql as $$
      begin
        insert into article_unindexed (article_id) select id from fresh;
        return null;
      end $$;
      create trigger article_stored after insert on article
        referencing new table as fresh for each statement execute function article_index_queue();

      create function article_index_forget() returns trigger language plpgsql as $$
      begin
        delete from article_index where article_id in (select id from gone);
        insert into article_unindexed (article_id) select id from gone;
        return null;
      end $$;
      create trigger article_deleted after delete on article
        referencing old table as gone for each statement execute function article_index_forget();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger article_deleted on article;
      drop trigger article_stored on article;
      drop function article_index_forget();
      drop function article_index_queue();
      drop index story_by_incident;
      drop table article_unindexed, article_index;
    `);
  }
}
