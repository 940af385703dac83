import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../database/database.module.js';
import { Sweeper } from '../../../escalation/sweeper.js';
import { companions } from '../../../roles/companions.js';
import { loadSettings } from '../../../settings/settings.js';
import { type BenchPlace, type Figure, median, rounded } from '../figure.js';
import { openScratchDatabase } from '../scratch-database.js';
import { CommittedAlerts } from './committed-alerts.js';
import { delayedJobs } from './delayed-jobs.js';
import { ingestLoad } from './ingest-load.js';
import { latenessOf, unevenInstants } from './lateness.js';
import { placeAt, placeOverdue, placePending } from './placed-thresholds.js';
import { secondTick } from './second-tick.js';

const MEASURED = 400;
const GAP_MS = 75;
const [FEW, SOME, MANY, MOST] = [1_000, 10_000, 100_000, 1_000_000];
const OVERDUE = 20_000;
const IDLE_SWEEPS = 300;

/**
 * The promise in figures: from due instant to committed alert with one timer process, against BullMQ's delayed jobs and a
 * tick of one second; the same while the intake takes all it can; what an idle sweep costs; what catching up takes.
 * `clocks [lateness | sweeps] [measured thresholds]`: both parts and 400 without
 */
export async function* benchClocks(
  [part = 'all', given]: string[],
  { root, databaseUrl }: BenchPlace,
): AsyncIterable<Figure> {
  if (part !== 'sweeps') yield* lateness(databaseUrl, root, Number(given ?? MEASURED));
  if (part !== 'lateness') yield* sweepsAlone(databaseUrl, root);
}

async function* lateness(databaseUrl: string | undefined, root: string, many: number): AsyncIterable<Figure> {
  const scratch = await openScratchDatabase(databaseUrl);
  const owner = new pg.Client({ connectionString: scratch.url });
  await owner.connect();
  try {
    await placePending(owner, FEW);
    yield { name: 'due instant to committed alert', pending: FEW, ...(await sweeping(scratch.url, root, owner, many)) };
    await placePending(owner, MANY - FEW);
    const full = await sweeping(scratch.url, root, owner, many);
    yield { name: 'due instant to committed alert', pending: MANY, ...full };
    yield await againstJobs(scratch.url, many, full.p99);
    yield await againstTick(scratch.url, many, full.p99);
    const stop = await ingestLoad(scratch.url, root);
    const loaded = await sweeping(scratch.url, root, owner, many);
    yield {
      name: 'the same while the intake takes all it can',
      pending: MANY,
      ...loaded,
      storedMeanwhile: await stop(),
    };
  } finally {
    await owner.end();
    await scratch.drop();
  }
}

/** A timer process of its own, as in the product. */
async function sweeping(url: string, root: string, owner: pg.Client, many: number) {
  const environment = { DATABASE_URL: url, LOG_LEVEL: 'silent', HUIYING_IPC: '1' };
  const timer = await companions(join(root, 'dist/src/main.js'), ['timer'], environment);
  const alerts = await CommittedAlerts.watch(url);
  try {
    const due = unevenInstants(Date.now() + 3_000, many, GAP_MS);
    await placeAt(owner, due);
    const late = await alerts.lateness(many, (due.at(-1)?.getTime() ?? 0) + 15_000);
    return { measured: many, missed: many - late.length, ...latenessOf(late) };
  } finally {
    await alerts.close();
    await timer.close();
  }
}

async function againstJobs(url: string, many: number, p99: number): Promise<Figure> {
  const { late, on } = await delayedJobs(url, unevenInstants(0, many, GAP_MS), MANY);
  const jobs = latenessOf(late);
  return { name: `BullMQ delayed jobs on ${on}`, pending: MANY, ...jobs, ratio: rounded(p99 / jobs.p99) };
}

async function againstTick(url: string, many: number, p99: number): Promise<Figure> {
  const tick = latenessOf(await secondTick(url, unevenInstants(Date.now() + 500, many, GAP_MS)));
  return { name: 'a tick of one second', ...tick, ratio: rounded(p99 / tick.p99) };
}

async function* sweepsAlone(databaseUrl: string | undefined, root: string): AsyncIterable<Figure> {
  const scratch = await openScratchDatabase(databaseUrl);
  const owner = new pg.Client({ connectionString: scratch.url });
  await owner.connect();
  const db = await new DataSource(databaseOptions(scratch.url)).initialize();
  const sweeper = new Sweeper(db, loadSettings({ DATABASE_URL: scratch.url, LOG_LEVEL: 'silent' }, root));
  try {
    await placePending(owner, SOME);
    const small = await idle(sweeper);
    await placePending(owner, MOST - SOME);
    const large = await idle(sweeper);
    const figures = { p50Ms: rounded(large), referenceMs: rounded(small), ratio: rounded(large / small) };
    yield { name: 'an idle sweep', pending: MOST, reference: `the same with ${SOME}`, ...figures };
    await placeOverdue(owner, OVERDUE);
    const begun = performance.now();
    const fired = await sweeper.sweep();
    yield {
      name: 'catching up after downtime',
      overdue: OVERDUE,
      fired,
      seconds: rounded((performance.now() - begun) / 1_000),
    };
  } finally {
    await db.destroy();
    await owner.end();
    await scratch.drop();
  }
}

async function idle(sweeper: Sweeper): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < IDLE_SWEEPS; n += 1) {
    const begun = performance.now();
    await sweeper.sweep();
    await sweeper.untilNext();
    times.push(performance.now() - begun);
  }
  return median(times);
}
