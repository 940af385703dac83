import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { FirstReadingModule } from '../../assessment/first-reading.module.js';
import { IncidentsModule } from '../../incidents/incidents.module.js';
import { VisitModule } from '../../ingestion/visiting/visiting.module.js';
import { VisitService } from '../../ingestion/visiting/visit.service.js';
import { JudgingModule } from '../../judging/judging.module.js';
import { JudgingService } from '../../judging/judging.service.js';
import { groundModules } from '../../roles/ground.js';
import { loadSettings } from '../../settings/settings.js';
import { BareIntake } from './bare-intake.js';
import { FeedServer } from './feed-server.js';
import type { BenchPlace, Figure } from './figure.js';
import { median, rounded } from './figure.js';
import { streamFeed } from './generated-stream.js';
import { openScratchDatabase } from './scratch-database.js';

const ITEMS = 50;
const FEEDS = 100;
const ROUNDS = 5;
const AT_ONCE = 20;

/**
 * From feed response to judged and stored rows, in one worker process, against the bare limit of fetch + parse + insert on
 * the same documents; alternated. `ingest [rounds] [feeds]`.
 */
export async function* benchIngest(args: string[], { root, databaseUrl }: BenchPlace): AsyncIterable<Figure> {
  const [rounds = ROUNDS, feeds = FEEDS] = args.map(Number);
  const scratch = await openScratchDatabase(databaseUrl);
  const documents = new Map<string, Buffer>();
  const server = await FeedServer.open((path) => documents.get(path), feeds);
  const worker = await employ(scratch.url, root);
  const bare = await BareIntake.open(scratch.url);
  try {
    const product = new Product(worker);
    await product.declare(server.addresses);
    const seconds = { bare: [] as number[], product: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      publish(documents, round, feeds);
      const taken = await timed(() => pooled(feeds, (n) => bare.take(`f${n}`, `${server.addresses[n]}/${n}`)));
      const stored = await timed(() => product.takeAll(feeds));
      if (round === 0) continue; // the first round warms both up
      seconds.bare.push(taken);
      seconds.product.push(stored);
    }
    const [limit, ours] = [median(seconds.bare), median(seconds.product)];
    yield {
      name: 'items from feed response to judged and stored rows',
      perSecond: Math.round((feeds * ITEMS) / ours),
      reference: 'bare fetch + parse + insert',
      referencePerSecond: Math.round((feeds * ITEMS) / limit),
      ratio: rounded(limit / ours),
      ...(await product.tally()),
    };
  } finally {
    await bare.close();
    await worker.close();
    await server.close();
    await scratch.drop();
  }
}

function publish(documents: Map<string, Buffer>, round: number, feeds: number): void {
  const now = new Date();
  for (let n = 0; n < feeds; n += 1) {
    documents.set(`/${n}`, Buffer.from(streamFeed((round * feeds + n) * ITEMS, ITEMS, now)));
  }
}

function employ(url: string, root: string): Promise<INestApplicationContext> {
  const settings = loadSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' }, root, join(root, 'dist/src'));
  const worker = {
    module: class Worker {},
    imports: [...groundModules(settings), IncidentsModule, FirstReadingModule, VisitModule, JudgingModule],
  };
  return NestFactory.createApplicationContext(worker, { logger: false });
}

/** The product's own worker: the same visits and the same judging, without the schedule that starts them. */
class Product {
  private readonly db: DataSource;

  constructor(private readonly worker: INestApplicationContext) {
    this.db = worker.get(DataSource);
  }

  async declare(addresses: string[]): Promise<void> {
    await this.db.query(
      `insert into source (id, name, url, tier, family, origin, allow_private_network)
       select 'f' || n - 1, 'feed ' || n, address || '/' || n - 1, 'regular', 'bench', 'file', true
       from unnest($1::text[]) with ordinality as f (address, n)`,
      [addresses],
    );
  }

  /** Judging runs beside the visits, as in a worker. */
  async takeAll(feeds: number): Promise<void> {
    const visits = this.worker.get(VisitService);
    const judging = this.worker.get(JudgingService);
    let visiting = true;
    const judged = (async () => {
      while (visiting) await judging.judgeAll().then((count) => count > 0 || new Promise((soon) => setImmediate(soon)));
    })();
    await pooled(feeds, (n) => visits.visitNow(`f${n}`));
    visiting = false;
    await judged;
    await judging.judgeAll();
  }

  /** How much of what was published stands in the database, and how much of it was not judged. */
  async tally(): Promise<{ stored: number; unjudged: number }> {
    const [row] = await this.db.query<{ stored: string; unjudged: string }[]>(
      'select count(*) as stored, count(*) filter (where judged_at is null) as unjudged from article',
    );
    return { stored: Number(row?.stored), unjudged: Number(row?.unjudged) };
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/** Runs 0 .. count-1, a few at once. */
async function pooled(count: number, run: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
