import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { MovableClock } from '../../test/support/movable-clock.js';
import { waitingSessions } from '../../test/support/sessions.js';
import { databaseOptions } from '../database/database.module.js';
import { dailyPeriods } from '../domain/periodic/daily-periods.js';
import { type PeriodicJob, PeriodicRuns } from './periodic-runs.js';

let database: TestDatabase;
let clock: MovableClock;
let db: DataSource;
let runs: PeriodicRuns;
let done: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  clock = await MovableClock.install(database.url);
  db = await new DataSource(databaseOptions(database.url)).initialize();
  runs = new PeriodicRuns(db);
  done = [];
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

const job: PeriodicJob = {
  name: 'test',
  periods: (first, now) => dailyPeriods(first, now, 9),
  run: (_, period) => {
    done.push(period);
    return Promise.resolve({ result: { period }, rows: [] });
  },
};

const stored = async () =>
  (await db.query<{ period: string }[]>('select period from periodic_run order by 1')).map((row) => row.period);

test('once a period, however many ask at once', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, () => runs.catchUp(job)));
  expect(asked.flat()).toHaveLength(1);
  expect(await runs.catchUp(job)).toEqual([]);
  expect(done).toEqual(await stored());
});

test('who comes while another runs it waits for its end, and then does nothing', async () => {
  const others: Promise<string[]>[] = [];
  const joined: PeriodicJob = {
    ...job,
    run: async (tx, period) => {
      others.push(runs.catchUp(job));
      await Promise.race([...others, waitingSessions(db, 1)]);
      return job.run(tx, period);
    },
  };
  expect(await runs.catchUp(joined)).toHaveLength(1);
  expect(await Promise.all(others)).toEqual([[]]);
  expect(done).toHaveLength(1);
});

test('after three days away, three runs, once each, oldest first', async () => {
  await runs.catchUp(job);
  done = [];
  await clock.forward({ hours: 72 });
  const asked = await Promise.all(Array.from({ length: 4 }, () => runs.catchUp(job)));
  expect(asked.flat()).toHaveLength(3);
  expect(done).toEqual([...done].sort());
  expect(new Set(done).size).toBe(3);
  expect(await stored()).toHaveLength(4);
});

test('a run that fails leaves nothing behind, keeps nobody waiting and is done later', async () => {
  await runs.catchUp(job);
  await clock.forward({ hours: 48 });
  const missing = job.periods((await stored())[0] ?? null, await clock.now()).slice(1);
  const fragile: PeriodicJob = {
    ...job,
    run: (tx, period) =>
      period === missing[0] ? Promise.reject(new Error('the source was away')) : job.run(tx, period),
  };
  await expect(runs.catchUp(fragile)).rejects.toThrow('the source was away');
  expect(await stored()).toHaveLength(2);
  expect(await runs.catchUp(job)).toEqual([missing[0]]);
});
