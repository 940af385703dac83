import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { MovableClock } from '../../test/support/movable-clock.js';
import { passSelfChecks } from '../../test/support/passing-self-checks.js';
import type { Calm } from '../contract/calm.js';
import { loadSettings } from '../settings/settings.js';
import { briefly, readCalm } from './read-calm.js';

const { policy } = loadSettings({}, process.cwd());
const BUDGET_MS = policy.collection.blindAfterSeconds * 1_000;

/** The reading of calm, on a real database whose clock can be moved. */
describe('calm', () => {
  let database: TestDatabase;
  let clock: MovableClock;
  let db: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    clock = await MovableClock.install(database.url);
    db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  });
  beforeEach(async () => {
    await db.query('truncate source, article, blind_interval, canary_run cascade');
    await passSelfChecks(db);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const calm = (): Promise<Calm> => readCalm(db.manager, policy);
  const add = (id: string, tier = 'core', origin = 'api') =>
    db.query(
      `insert into source (id, name, url, tier, family, origin) values ($1, '来源' || $1, 'http://' || $1, $2, $1, $3)`,
      [id, tier, origin],
    );
  const read = (id: string) =>
    db.query(`update source set last_ok_at = app_now(), last_outcome = 'ok' where id = $1`, [id]);
  const article = (id: string) =>
    db.query(
      `insert into article (source_id, item_key, title, text, published_note) values ($1, gen_random_uuid()::text, 'x', '', 'absent')`,
      [id],
    );
  const lastRead = async (id: string): Promise<Date> => {
    const [row] = await db.query<{ at: Date }[]>('select last_ok_at as at from source where id = $1', [id]);
    return row?.at ?? new Date(0);
  };
  const later = (at: Date | undefined, ms: number): string => new Date((at?.getTime() ?? 0) + ms).toISOString();
  const kinds = (reading: Calm) => reading.causes.map(({ cause }) => cause);

  test('is not told when nobody has begun a self-check though there was time for it', async () => {
    await db.query('truncate canary_run');
    await add('a');
    await clock.forward({ seconds: 2 * policy.canary.everyMinutes * 60 - 1 });
    await read('a');
    expect((await calm()).seeing).toBe(true);
    await clock.forward({ seconds: 2 });
    const reading = await calm();
    expect(kinds(reading)).toEqual(['canary']);
    expect(reading.causes[0]?.detail).toBe('start');
  });

  test('is told when every core source was read and every article judged in time', async () => {
    await add('a');
    await add('b');
    await read('a');
    await clock.forward({ seconds: 50 });
    await read('b');
    await article('a');
    await clock.forward({ seconds: 50 });
    const reading = await calm();
    expect(reading).toMatchObject({ seeing: true, blindSince: null, causes: [], causeCount: 0, core: { watched: 2 } });
    expect(reading.core.readUntil).toBe((await lastRead('a')).toISOString());
  });

  test('is not told while there is no core source, whatever else is read', async () => {
    await add('wide', 'wide');
    await read('wide');
    await add('manual', 'core', 'built_in');
    await read('manual');
    const before = await calm();
    expect(kinds(before)).toEqual(['no_core_source']);
    await clock.forward({ hours: 1 });
    expect(await calm()).toMatchObject({ seeing: false, blindSince: before.blindSince, core: { watched: 0 } });
    await add('a');
    await read('a');
    expect((await calm()).seeing).toBe(true);
    const kept = await db.query<unknown[]>(
      `select b.cause, b.since, b.until = s.created_at as "untilAdded" from blind_interval b, source s where s.id = 'a'`,
    );
    expect(kept).toEqual([{ cause: 'no_core_source', since: new Date(before.blindSince ?? ''), untilAdded: true }]);
  });

  test('is not told of a core source that was never read, from the moment it was added', async () => {
    const added = (await clock.now()).toISOString();
    await add('a');
    const reading = await calm();
    expect(reading).toMatchObject({ seeing: false, core: { watched: 1, readUntil: null } });
    expect(reading.causes).toEqual([
      { cause: 'source', sourceId: 'a', name: '来源a', since: expect.any(String) as string, detail: null },
    ]);
    expect(Date.parse(reading.blindSince ?? '') - Date.parse(added)).toBeLessThan(BUDGET_MS);
    await clock.forward({ hours: 1 });
    expect((await calm()).blindSince).toBe(reading.blindSince);
  });

  test('names every core source not read in time, since its budget ran out, and what its latest visit met', async () => {
    for (const id of ['a', 'b', 'c']) await add(id);
    for (const id of ['a', 'b', 'c']) await read(id);
    const seen = await lastRead('a');
    await clock.forward({ seconds: 30 });
    await read('b');
    await clock.forward({ hours: 8 });
    await read('c');
    await db.query(`update source set last_outcome = 'timeout' where id = 'a'`);
    const reading = await calm();
    expect(reading.causes.map(({ sourceId, detail }) => [sourceId, detail])).toEqual([
      ['a', 'timeout'],
      ['b', 'ok'],
    ]);
    expect(reading.blindSince).toBe(later(seen, BUDGET_MS));
  });

  test('only core sources blind us', async () => {
    await add('a');
    await add('wide', 'wide');
    await add('check');
    await db.query(`update source set channel = 'canary' where id = 'check'`);
    await add('gone');
    await db.query(`update source set enabled = false where id = 'gone'`);
    await clock.forward({ hours: 1 });
    await read('a');
    expect(await calm()).toMatchObject({ seeing: true, core: { watched: 1 } });
  });

  test('an article that waits for judging beyond the budget blinds us, of whichever source', async () => {
    await add('a');
    await add('wide', 'wide');
    await article('wide');
    const [oldest] = await db.query<{ at: Date }[]>(`select fetched_at as at from article`);
    await clock.forward({ seconds: 100 });
    await read('a');
    await article('a');
    expect((await calm()).seeing).toBe(true);
    await clock.forward({ seconds: 30 });
    const reading = await calm();
    expect(kinds(reading)).toEqual(['judging']);
    expect(reading.blindSince).toBe(later(oldest?.at, BUDGET_MS));
    await db.query('update article set judged_at = app_now() where source_id = $1', ['wide']);
    expect((await calm()).seeing).toBe(true);
  });

  test('a paused core source is named, but blinds nobody while others are read', async () => {
    await add('a');
    await add('b');
    await read('a');
    await read('b');
    await db.query(`update source set paused_at = app_now() where id = 'b'`);
    await clock.forward({ hours: 8 });
    await read('a');
    expect(await calm()).toMatchObject({ seeing: true, paused: [{ sourceId: 'b', name: '来源b' }], pausedCount: 1 });
    await db.query(`update source set paused_at = app_now() where id = 'a'`);
    const reading = await calm();
    expect(kinds(reading)).toEqual(['no_core_source']);
    expect(reading.blindSince).toBe(reading.paused[1]?.since);
  });

  test('a source resumed is seen again only when it was read', async () => {
    await add('a');
    await read('a');
    await db.query(`update source set paused_at = app_now() where id = 'a'`);
    await clock.forward({ hours: 8 });
    await db.query(`update source set paused_at = null where id = 'a'`);
    const reading = await calm();
    expect(kinds(reading)).toEqual(['source']);
    expect(Date.parse(reading.checkedAt) - Date.parse(reading.blindSince ?? '')).toBeLessThan(BUDGET_MS);
    await read('a');
    expect((await calm()).seeing).toBe(true);
  });

  test('names all causes together, oldest first', async () => {
    await add('a');
    await read('a');
    await clock.forward({ seconds: 1 });
    await article('a');
    await clock.forward({ hours: 1 });
    await add('b');
    expect((await calm()).causes.map(({ cause, sourceId }) => [cause, sourceId])).toEqual([
      ['source', 'a'],
      ['judging', null],
      ['source', 'b'],
    ]);
  });

  test('a board is told the first few sources, how many there are, and every other cause', async () => {
    for (let index = 0; index < 9; index += 1) await add(`s${index}`);
    await article('s0');
    await clock.forward({ hours: 1 });
    const told = briefly(await calm());
    expect(told.causeCount).toBe(10);
    expect(kinds(told).sort()).toEqual(['judging', 'source', 'source', 'source', 'source', 'source']);
  });
});
