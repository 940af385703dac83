import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import type { Collection, Tier, VisitBounds } from '../../domain/clocks/policy.js';
import { FirstReadingModule } from '../../assessment/first-reading.module.js';
import { VisitingModule } from '../../ingestion/visiting/visiting.module.js';
import { chooseQueueBackend } from '../../queues/queues.module.js';
import { groundModules } from '../../roles/ground.js';
import { loadSettings, Settings } from '../../settings/settings.js';
import { FeedServer } from './feed-server.js';
import { type BenchPlace, type Figure, rounded } from './figure.js';
import { streamFeed } from './generated-stream.js';
import { openScratchDatabase } from './scratch-database.js';
import { type Declared, VisitLog } from './visit-log.js';

const SECONDS = 50;
const SPEED = 2;
const HOSTS = 250;
const SOURCES = 1_000;
const CROWD = 50;
const ITEMS = 5;

/** The tier of the n-th source: one of ten is core, four are regular, five wide. */
const tierOf = (n: number): Tier => (n % 10 === 0 ? 'core' : n % 10 < 5 ? 'regular' : 'wide');

/**
 * `visits [seconds] [speed]`: 1,000 sources on 250 hosts and one worker, all due at once at first, with the policy's gaps
 * shortened `speed` times; the host's rest stays as it is. `visits crowded [seconds]`: fifty core sources on one host, the policy
 * as it is.
 */
export async function* benchVisits(args: string[], place: BenchPlace): AsyncIterable<Figure> {
  const crowded = args[0] === 'crowded';
  const [seconds = crowded ? 130 : SECONDS, speed = crowded ? 1 : SPEED] = args
    .filter((arg) => arg !== 'crowded')
    .map(Number);
  const document = Buffer.from(streamFeed(0, ITEMS, new Date()));
  const server = await FeedServer.open(() => document, crowded ? 1 : HOSTS);
  const scratch = await openScratchDatabase(place.databaseUrl);
  const settings = settingsOf(scratch.url, place.root, speed);
  const log = await VisitLog.open(scratch.url);
  const worker = await employ(settings);
  try {
    const sources = declared(server.addresses, crowded);
    await log.declare(sources);
    const begun = performance.now();
    await log.untilAllVisited();
    const firstRound = (performance.now() - begun) / 1_000;
    const before = performance.eventLoopUtilization();
    const from = await log.now();
    await pause(seconds * 1_000);
    const busy = performance.eventLoopUtilization(before).utilization;
    yield {
      name: crowded ? 'visits of fifty core sources on one host' : 'visits of a thousand sources by one worker',
      speed,
      firstRoundSeconds: rounded(firstRound),
      ...(await log.summary(from, budgets(settings.policy.collection))),
      busyPercent: rounded(busy * 100),
    };
  } finally {
    await worker.close();
    await server.close();
    await log.close();
    await scratch.drop();
  }
}

function declared(addresses: string[], crowded: boolean): Declared[] {
  const count = crowded ? CROWD : SOURCES;
  return Array.from({ length: count }, (_, n) => ({
    id: `f${n}`,
    url: `${addresses[n % addresses.length]}/${n}`,
    tier: crowded ? 'core' : tierOf(n),
  }));
}

const budgets = ({ core, regular, wide }: Collection): Record<Tier, number> => ({
  core: core.slowest,
  regular: regular.slowest,
  wide: wide.slowest,
});

function settingsOf(url: string, root: string, speed: number): Settings {
  const { env, policy, rules, built } = loadSettings(
    { DATABASE_URL: url, LOG_LEVEL: 'silent' },
    root,
    join(root, 'dist/src'),
  );
  const faster = ({ fastest, slowest }: VisitBounds) => ({ fastest: fastest / speed, slowest: slowest / speed });
  const { core, regular, wide } = policy.collection;
  const collection = { ...policy.collection, core: faster(core), regular: faster(regular), wide: faster(wide) };
  return new Settings(env, { ...policy, collection }, rules, [], root, built);
}

function employ(settings: Settings): Promise<INestApplicationContext> {
  chooseQueueBackend(undefined);
  const imports = [...groundModules(settings), ScheduleModule.forRoot(), FirstReadingModule, VisitingModule];
  return NestFactory.createApplicationContext({ module: class Worker {}, imports }, { logger: false });
}
