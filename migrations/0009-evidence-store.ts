import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evidence by content: a body is stored once, however many captures (`response_body`) refer to it, and a capture outlives its
 * body, so that what was kept, when, and until when can still be said. Also what purging needs: its report and the order of age.
 */
export class EvidenceStore1763900000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table response_blob (
        sha256 text primary key,
        encoding text not null check (encoding in ('identity', 'gzip')),
        size bigint not null check (size >= 0),
        body bytea not null,
        created_at timestamptz not null default app_now()
      );
      alter table response_blob alter body set storage external;
      insert into response_blob (sha256, encoding, size, body, created_at)
        select distinct on (sha256) sha256, 'identity', octet_length(body), body, fetched_at
        from response_body order by sha256, fetched_at;

      alter table response_body
        alter url drop not null,
        alter status drop not null,
        add blob text references response_blob,
        add purged_at timestamptz;
      update response_body set blob = sha256, body = '';
      alter table response_body
        drop body,
        add constraint response_body_held_or_purged check ((blob is null) = (purged_at is not null));

      drop index response_body_by_source, response_body_age;
      create index response_body_age on response_body (fetched_at) where not pinned and blob is not null;
      create index response_body_by_blob on response_body (blob) where blob is not null;
      create index article_by_age on article (fetched_at);
      create index visit_by_age on visit (started_at);

      create table purge_report (
        day date not null,
        what text not null check (what in ('captures', 'blobs', 'visits', 'articles', 'stories')),
        rows bigint not null,
        bytes bigint not null,
        older_than timestamptz not null,
        last_at timestamptz not null default app_now(),
        primary key (day, what)
      );
      revoke delete on purge_report from huiying_app;
    `);
  }

  /** Bodies come back as they were; what was purged meanwhile, or had no address, stays away. */
  async down(db: QueryRunner): Promise<void> {
    await unpackAll(db);
    await db.query(`
      drop table purge_report;
      drop index visit_by_age, article_by_age, response_body_by_blob, response_body_age;
      delete from response_body where blob is null or url is null or status is null;
      alter table response_body drop constraint response_body_held_or_purged, add body bytea;
      update response_body b set body = s.body from response_blob s where s.sha256 = b.blob;
      alter table response_body
        alter body set not null, alter url set not null, alter status set not null, drop blob, drop purged_at;
      drop table response_blob;
      create index response_body_age on response_body (fetched_at) where not pinned;
      create index response_body_by_source on response_body (source_id, fetched_at desc);
    `);
  }
}

async function unpackAll(db: QueryRunner): Promise<void> {
  const packed = `select sha256, body from response_blob where encoding <> 'identity' limit 1`;
  for (;;) {
    const [blob] = (await db.query(packed)) as { sha256: string; body: Buffer }[];
    if (!blob) return;
    const body = await promisify(gunzip)(blob.body);
    await db.query(`update response_blob set encoding = 'identity', body = $2 where sha256 = $1`, [blob.sha256, body]);
  }
}
