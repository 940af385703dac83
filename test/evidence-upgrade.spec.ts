import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { DataSource, type MigrationInterface } from 'typeorm';
import { EvidenceStore1763900000009 } from '../migrations/0009-evidence-store.js';
import { MIGRATIONS } from '../src/database/migrations.js';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';

const FEED = Buffer.from('<rss>影院停电</rss>');
const OTHER = Buffer.from([0, 255, 1, 254]);
const shaOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A database that has collected for a while is brought to the evidence store, and back. */
describe('migration 0009', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(EvidenceStore1763900000009));
    db = await new DataSource({ type: 'postgres', url: database.url, migrations: before }).initialize();
    await db.runMigrations();
    await db.query(
      `insert into source (id, name, url, tier, family, origin) values ('a', 'a', '', 'core', 'a', 'api'), ('b', 'b', '', 'core', 'b', 'api')`,
    );
    await old('a', FEED, '2026-01-01', true);
    await old('b', FEED, '2026-01-02', false);
    await old('b', OTHER, '2026-01-03', false);
    await db.query(
      `insert into article (source_id, item_key, title, text, published_note, body_id)
       select source_id, id::text, 't', '', 'absent', id from response_body`,
    );
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const old = (source: string, body: Buffer, at: string, pinned: boolean) =>
    db.query(
      `insert into response_body (source_id, url, fetched_at, status, headers, sha256, body, pinned)
       values ($1, 'https://county.example/', $2, 200, '{"etag": "1"}', $3, $4, $5)`,
      [source, at, shaOf(body), body, pinned],
    );
  const walk = async (
    step: (migration: MigrationInterface) => (runner: ReturnType<DataSource['createQueryRunner']>) => Promise<void>,
  ) => {
    const runner = db.createQueryRunner();
    const migration = new EvidenceStore1763900000009();
    await runner.startTransaction();
    await step(migration)(runner);
    await runner.commitTransaction();
    await runner.release();
  };
  const captures = (columns: string) =>
    db.query<
      object[]
    >(`select a.item_key = b.id::text as linked, b.source_id, b.fetched_at::date::text as day, b.pinned, b.headers, ${columns}
      from article a join response_body b on b.id = a.body_id left join response_blob r on r.sha256 = b.blob order by b.fetched_at`);

  const rows = [
    { linked: true, source_id: 'a', day: '2026-01-01', pinned: true, headers: { etag: '1' }, body: FEED },
    { linked: true, source_id: 'b', day: '2026-01-02', pinned: false, headers: { etag: '1' }, body: FEED },
    { linked: true, source_id: 'b', day: '2026-01-03', pinned: false, headers: { etag: '1' }, body: OTHER },
  ];

  test('keeps every capture with its article and every body once', async () => {
    await walk((migration) => (runner) => migration.up(runner));
    expect(await captures('r.body')).toEqual(rows);
    const blobs = await db.query<object[]>(
      `select sha256 = encode(sha256(body), 'hex') as right, encoding, size::int from response_blob order by size`,
    );
    expect(blobs).toEqual([
      { right: true, encoding: 'identity', size: OTHER.length },
      { right: true, encoding: 'identity', size: FEED.length },
    ]);
  });

  test('goes back: bodies stored compressed since then stand beside their captures again, unpacked', async () => {
    await db.query(`update response_blob set encoding = 'gzip', body = $1 where sha256 = $2`, [
      gzipSync(FEED),
      shaOf(FEED),
    ]);
    await db.query(`insert into response_body (source_id, url, fetched_at, status, headers, sha256, purged_at)
      values ('a', null, app_now(), null, '{}', 'gone', app_now())`);
    await walk((migration) => (runner) => migration.down(runner));
    const found = await db.query<object[]>(
      `select a.item_key = b.id::text as linked, b.source_id, b.fetched_at::date::text as day, pinned, headers, body
       from response_body b join article a on a.body_id = b.id order by b.fetched_at`,
    );
    expect(found).toEqual(rows);
    expect(await db.query('select 1 from response_body')).toHaveLength(3);
    await walk((migration) => (runner) => migration.up(runner));
    expect(await captures('r.body')).toEqual(rows);
  });
});
