import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What visits need besides: until when a promised visit may still be made, since when a source is watched without a break
 * (a person may have paused it), since when it fails, and the host it takes its turn at. The database keeps `host` and
 * `watched_since` itself, whoever writes the row.
 */
export class Visiting1763900000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source
        add claim_until timestamptz,
        add watched_since timestamptz not null default app_now(),
        add failing_since timestamptz;
      update source set watched_since = created_at, claimed_at = null;

      create index source_by_host on source (host) where enabled and paused_at is null;
      create index source_claimed on source (claim_until) where claim_until is not null;

      create function host_of(url text) returns text language sql immutable as $$
        select coalesce(regexp_replace(lower(substring(url from '^\\w+://(?:[^/?#@]*@)?([^/?#]+)')), ':(80|443)$', ''), '')
      $$;
      create function source_is_kept_true() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.host = '' then new.host := host_of(new.url); end if;
          return new;
        end if;
        if new.url <> old.url then
          if new.host = old.host then new.host := host_of(new.url); end if;
          new.claimed_at := null;
          new.claim_until := null;
        end if;
        if new.enabled and new.paused_at is null and (
          not old.enabled or old.paused_at is not null or (new.tier = 'core' and old.tier <> 'core')
        ) then
          new.watched_since := app_now();
        end if;
        return new;
      end $$;
      create trigger source_is_kept_true before insert or update of url, enabled, paused_at, tier on source
        for each row execute function source_is_kept_true();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger source_is_kept_true on source;
      drop function source_is_kept_true();
      drop function host_of(text);
      drop index source_by_host, source_claimed;
      alter table source drop claim_until, drop watched_since, drop failing_since;
    `);
  }
}
