import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 政策文件跟踪 (方案 二(二)): articles that name a registered document, and each rise of doubt about one, which its drafter answers. A rise
 * keeps the title and the drafter it was told with: the registry goes on changing.
 */
export class DocumentDoubts1763900000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table policy_document add column link text, add column terms text[] not null default '{}';

      create table document_reading (
        one boolean primary key default true check (one),
        read_until timestamptz not null
      );
      insert into document_reading values (true, app_now());

      create table document_mention (
        document_id text not null references policy_document on delete cascade,
        article_id uuid not null references article on delete cascade,
        at timestamptz not null,
        doubting boolean not null,
        primary key (document_id, article_id)
      );
      create index document_mention_by_time on document_mention (at);
      create index document_mention_by_article on document_mention (article_id);

      create table document_doubt (
        id uuid primary key default gen_random_uuid(),
        document_id text not null,
        title text not null,
        bureau text not null,
        proposed_at timestamptz not null,
        articles int not null,
        usual double precision not null,
        article_ids uuid[] not null,
        told_at timestamptz,
        ended_at timestamptz,
        outcome text check (outcome in ('interpreted', 'not_needed')),
        link text,
        reason text,
        answered_by text,
        answered_at timestamptz,
        check ((outcome is null) = (answered_by is null) and (outcome is null) = (answered_at is null)),
        check (outcome is distinct from 'interpreted' or link is not null),
        check (outcome is distinct from 'not_needed' or reason is not null)
      );
      create unique index document_doubt_once on document_doubt (document_id) where ended_at is null;
      create index document_doubt_untold on document_doubt (proposed_at) where told_at is null;
      revoke delete on document_doubt from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table document_doubt, document_mention, document_reading;
      alter table policy_document drop column link, drop column terms;
    `);
  }
}
