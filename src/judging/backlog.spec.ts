import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { keepBacklog } from './backlog.js';

const NOON = Date.parse('2026-05-12T04:00:00Z');
const BUDGET_S = 120;
const at = (seconds: number): Date => new Date(NOON + seconds * 1_000);

describe('blindness by a backlog', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 10 } }).initialize();
  });
  beforeEach(() => db.query('delete from blind_interval'));
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const judged = (oldest: number, now: number) =>
    db.transaction((tx) => keepBacklog(tx, at(oldest), at(now), BUDGET_S));
  const kept = async (): Promise<number[][]> => {
    const rows = await db.query<{ since: Date; until: Date }[]>(
      `select since, until from blind_interval where cause = 'judging' order by since`,
    );
    return rows.map(({ since, until }) => [since, until].map((one) => (one.getTime() - NOON) / 1_000));
  };

  test('what is judged within the budget leaves none', async () => {
    await judged(0, 120);
    expect(await kept()).toEqual([]);
  });

  test('begins when the budget of the oldest article runs out', async () => {
    await judged(0, 500);
    expect(await kept()).toEqual([[120, 500]]);
  });

  test('batch after batch of one backlog is one interval', async () => {
    await judged(0, 500);
    await judged(380, 510);
    await judged(300, 520);
    expect(await kept()).toEqual([[120, 520]]);
  });

  test('a time in between in which nothing waited too long parts two intervals', async () => {
    await judged(0, 500);
    await judged(400, 600);
    expect(await kept()).toEqual([
      [120, 500],
      [520, 600],
    ]);
  });

  test('one that waited longest joins all intervals that it overlaps, and no other', async () => {
    await judged(-1_000, -500);
    await judged(0, 500);
    await judged(400, 600);
    await judged(100, 700);
    expect(await kept()).toEqual([
      [-880, -500],
      [120, 700],
    ]);
  });

  test('leaves the blindness of a source alone', async () => {
    await db.query(
      `insert into source (id, name, url, tier, family, origin) values ('a', 'a', 'http://a', 'core', 'a', 'api')`,
    );
    await db.query(`insert into blind_interval (cause, source_id, since, until) values ('source', 'a', $1, $2)`, [
      at(0),
      at(900),
    ]);
    await judged(0, 500);
    expect(await kept()).toEqual([[120, 500]]);
    expect(await db.query(`select since, until from blind_interval where cause = 'source'`)).toEqual([
      { since: at(0), until: at(900) },
    ]);
  });

  test('many workers at once do not double it', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, worker) => judged(worker, 500 + worker)));
    expect(await kept()).toEqual([[120, 509]]);
  });
});
