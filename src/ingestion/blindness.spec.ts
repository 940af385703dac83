import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { endBlindness } from './blindness.js';

const BUDGET_S = 120;

describe('blindness of core sources that ends', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 10 } }).initialize();
  });
  beforeEach(() => db.query('truncate source, blind_interval cascade'));
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  /** A core source watched for a day, last read so many seconds ago. */
  const source = async (id: string, readAgo: number | null, given: Record<string, string> = {}) => {
    await db.query(
      `insert into source (id, name, url, tier, family, origin, watched_since, last_ok_at)
       values ($1, $1, 'http://' || $1, 'core', $1, 'api', app_now() - interval '1 day', app_now() - make_interval(secs => $2))`,
      [id, readAgo],
    );
    for (const [column, value] of Object.entries(given)) {
      await db.query(`update source set ${column} = $2 where id = $1`, [id, value]);
    }
  };
  const end = (...ids: string[]) => db.transaction((tx) => endBlindness(tx, ids, BUDGET_S));
  const kept = () =>
    db.query<unknown[]>(
      `select b.source_id as id, b.since = greatest(s.watched_since, s.last_ok_at + interval '120 s') as exact
       from blind_interval b join source s on s.id = b.source_id where b.cause = 'source' order by 1`,
    );

  test('is kept from when the budget of the latest reading ran out; a source never read is blind since it is watched', async () => {
    await source('late', 600);
    await source('never', null);
    await source('in-time', 60);
    await source('not-asked', 600);
    await end('late', 'never', 'in-time');
    expect(await kept()).toEqual([
      { id: 'late', exact: true },
      { id: 'never', exact: true },
    ]);
  });

  test('nothing is kept of a source that nobody counts on', async () => {
    await source('wide', 600, { tier: 'wide' });
    await source('paused', 600, { paused_at: '2026-01-01T00:00:00Z' });
    await source('gone', 600, { enabled: 'false' });
    await source('check', 600, { channel: 'canary' });
    await end('wide', 'paused', 'gone', 'check');
    expect(await kept()).toEqual([]);
  });

  test('is kept once when two end it at the same time: the second waits for the first and finds it ended', async () => {
    await source('a', 600);
    const first = db.createQueryRunner();
    await first.startTransaction();
    await endBlindness(first.manager, ['a'], BUDGET_S);
    await first.query(`update source set paused_at = app_now() where id = 'a'`);
    let ended = false;
    const second = end('a').then(() => (ended = true));
    while (!ended && !(await somebodyWaits())) continue;
    await first.commitTransaction();
    await first.release();
    await second;
    expect(await kept()).toEqual([{ id: 'a', exact: true }]);
  });

  async function somebodyWaits(): Promise<boolean> {
    const waiting = await db.query<unknown[]>(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  }
});
