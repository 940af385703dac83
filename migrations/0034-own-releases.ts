import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The office's own site and accounts are read too, as sources of kind `own`. What they publish is no public opinion; where it may answer
 * an open case, a person is asked, once for each pair.
 */
export class OwnReleases1763900000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source add column kind text not null default 'public' check (kind in ('public', 'own'));

      -- What an article of our own tells, as it is compared with cases. Without a signature: it could not be read.
      create table own_article (
        article_id uuid primary key references article on delete cascade,
        signature jsonb,
        at timestamptz not null,
        at_stated boolean not null,
        weighed_at timestamptz
      );
      create index own_article_by_time on own_article (at);

      alter table incident add column own_weighed boolean not null default false;
      create index incident_own_unweighed on incident (id) where not own_weighed and channel = 'live';

      create table own_release (
        id uuid primary key default gen_random_uuid(),
        incident_id uuid not null references incident,
        article_id uuid not null references article,
        at timestamptz not null,
        at_stated boolean not null,
        proposed_at timestamptz not null default app_now(),
        outcome text check (outcome in ('confirmed', 'rejected')),
        decided_by text,
        decided_at timestamptz,
        reason text,
        unique (article_id, incident_id),
        check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
        check (outcome is distinct from 'rejected' or reason is not null)
      );
      create index own_release_by_incident on own_release (incident_id);

      alter table evidence
        add column article_id uuid references article,
        add column copy_sha256 text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table evidence drop column article_id, drop column copy_sha256;
      drop table own_release, own_article;
      alter table incident drop column own_weighed;
      alter table source drop column kind;
    `);
  }
}
