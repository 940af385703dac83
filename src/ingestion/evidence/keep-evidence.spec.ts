import { DataSource, type QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { waitingSessions } from '../../../test/support/sessions.js';
import { databaseOptions } from '../../database/database.module.js';
import { purgeBlobs, purgeCaptures } from '../retention/purge-evidence.js';
import { keepEvidence } from './keep-evidence.js';
import { packBody, unpackBody } from './packed-body.js';

const RAW = Buffer.from('<rss>影院停电</rss>'.repeat(50));
const LATER = new Date('2030-01-01T00:00:00Z');

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await new DataSource(databaseOptions(database.url)).initialize();
  await db.query(
    `insert into source (id, name, url, tier, family, origin) values ('a', 'a', '', 'core', 'a', 'api'), ('b', 'b', '', 'core', 'b', 'api')`,
  );
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(() => db.query('delete from response_body').then(() => db.query('delete from response_blob')));

const capture = async (sourceId: string, raw: Buffer = RAW) => ({
  ...{ sourceId, url: 'https://county.example/rss', status: 200, headers: { etag: 'x\0' } },
  ...{ fetchedAt: new Date('2026-01-01T00:00:00Z'), body: await packBody(raw) },
});
const keep = async (sourceId: string, raw?: Buffer): Promise<string> => {
  const one = await capture(sourceId, raw);
  return db.transaction((tx) => keepEvidence(tx, one));
};
const purge = async (): Promise<void> => {
  await db.transaction((tx) => purgeCaptures(tx, LATER, 100));
  await db.transaction((tx) => purgeBlobs(tx, 100));
};
const count = async (table: string): Promise<number> =>
  (await db.query<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;

async function begin(): Promise<QueryRunner> {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  return runner;
}
async function end(runner: QueryRunner): Promise<void> {
  await runner.commitTransaction();
  await runner.release();
}

describe('the evidence store', () => {
  test('stores equal bodies once, whoever brought them, each capture with its own source and time', async () => {
    const ids = await Promise.all([keep('a'), keep('b'), keep('a')]);
    expect(new Set(ids).size).toBe(3);
    expect([await count('response_body'), await count('response_blob')]).toEqual([3, 1]);
    const [blob] = await db.query<{ sha256: string; encoding: 'gzip'; size: string; bytes: Buffer }[]>(
      'select sha256, encoding, size, body as bytes from response_blob',
    );
    if (!blob) throw new Error('nothing stored');
    expect(Buffer.from(await unpackBody({ ...blob, size: Number(blob.size) })).equals(RAW)).toBe(true);
  });

  test('lets a body go with the last capture that refers to it', async () => {
    const [first] = [await keep('a'), await keep('b'), await keep('b', Buffer.from('another'))];
    await db.query('update response_body set pinned = true where id = $1', [first]);
    await purge();
    expect([await count('response_body'), await count('response_blob')]).toEqual([1, 1]);
    await db.query('update response_body set pinned = false');
    await purge();
    expect([await count('response_body'), await count('response_blob')]).toEqual([0, 0]);
  });

  test('a purge passes over a body that a visit is just going to refer to', async () => {
    await keep('a');
    await db.transaction((tx) => purgeCaptures(tx, LATER, 100));
    const visit = await begin();
    await keepEvidence(visit.manager, await capture('b'));
    expect(await db.transaction((tx) => purgeBlobs(tx, 100))).toEqual([]);
    await end(visit);
    await purgeBlobs(db.manager, 100);
    expect([await count('response_body'), await count('response_blob')]).toEqual([1, 1]);
  });

  test('a visit that comes while its body is being removed stores it again', async () => {
    await keep('a');
    await db.transaction((tx) => purgeCaptures(tx, LATER, 100));
    const removal = await begin();
    expect(await purgeBlobs(removal.manager, 100)).toMatchObject([{ what: 'blobs', rows: 1 }]);
    const visit = keep('b');
    await waitingSessions(db, 1);
    await end(removal);
    await visit;
    expect([await count('response_body'), await count('response_blob')]).toEqual([1, 1]);
  });

  test('a body found unused, and referred to before it could be locked, stays', async () => {
    await keep('a');
    const [blob] = await db.query<{ sha256: string }[]>('select sha256 from response_blob');
    await db.transaction((tx) => purgeCaptures(tx, LATER, 100));
    // The reference arrives between the two looks of one purge.
    const removal = await begin();
    const query = removal.manager.query.bind(removal.manager);
    let looks = 0;
    const between = {
      query: async (sql: string, parameters: unknown[]) => {
        const rows: unknown = looks === 0 ? [blob] : await query(sql, parameters);
        if (looks === 0) await keep('b');
        looks += 1;
        return rows;
      },
    };
    expect(await purgeBlobs(between as unknown as typeof removal.manager, 100)).toMatchObject([{ rows: 0 }]);
    await end(removal);
    expect([await count('response_body'), await count('response_blob')]).toEqual([1, 1]);
  });
});
