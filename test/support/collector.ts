import { resolve } from 'node:path';
import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { Collection } from '../../src/domain/clocks/policy.js';
import { FeedFetcher } from '../../src/ingestion/fetching/fetch-feed.js';
import { giveUpLapsed } from '../../src/ingestion/visiting/lapsed-visits.js';
import { SilenceSweep } from '../../src/ingestion/visiting/silence.js';
import { claimDueVisits } from '../../src/ingestion/visiting/visit-claims.js';
import { VisitService } from '../../src/ingestion/visiting/visit.service.js';
import { VisitModule } from '../../src/ingestion/visiting/visiting.module.js';
import type { VisitJob } from '../../src/queues/queues.js';
import { groundModules } from '../../src/roles/ground.js';
import { loadSettings, Settings } from '../../src/settings/settings.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { MovableClock } from './movable-clock.js';

const ROOT = resolve(__dirname, '../..');

export interface SourceRow {
  host: string;
  failures: number;
  etag: string | null;
  last_outcome: string | null;
  last_ok_at: Date | null;
  failing_since: Date | null;
  silent_since: Date | null;
  claimed_at: Date | null;
  learned_seconds: number | null;
  /** Until the next visit, seconds. */
  gap: number;
}

export interface Told {
  kind: string;
  data: Record<string, unknown>;
}

/** A worker's collecting on a database of its own, with a clock that can be moved. Nothing ticks by itself: stories say when. */
export class Collector {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: MovableClock,
    readonly settings: Settings,
    private worker: INestApplicationContext,
  ) {}

  /** @param changes of the policy's collection; hosts need no rest unless it says so */
  static async open(changes: Partial<Collection> = {}): Promise<Collector> {
    const database = await createTestDatabase();
    const clock = await MovableClock.install(database.url);
    const settings = collecting(database.url, changes);
    return new Collector(database, clock, settings, await employ(settings));
  }

  get db(): DataSource {
    return this.worker.get(DataSource);
  }

  get visits(): VisitService {
    return this.worker.get(VisitService);
  }

  /** The process dies and another one takes over the same database. */
  async restarts(): Promise<void> {
    await this.worker.close();
    this.worker = await employ(this.settings);
  }

  /** The process is asked to stop: what is under way is broken off. */
  stops(): Promise<void> {
    return this.worker.get(FeedFetcher).close();
  }

  /** A source of the file, due at once. */
  async add(id: string, url: string, tier = 'core'): Promise<void> {
    await this.db.query(
      `insert into source (id, name, url, tier, family, origin, allow_private_network, next_visit_at)
       values ($1, $1, $2, $3, $1, 'file', true, app_now())`,
      [id, url, tier],
    );
  }

  claim(most = 200): Promise<VisitJob[]> {
    return claimDueVisits(this.db.manager, this.settings.policy.collection, most);
  }

  /** Makes every visit that is due. @returns how many articles were new */
  async visitDue(): Promise<number> {
    let added = 0;
    await giveUpLapsed(this.db);
    for (let jobs = await this.claim(); jobs.length > 0; jobs = await this.claim()) {
      for (const job of jobs) added += (await this.visits.visit(job)).newItems;
    }
    return added;
  }

  /** Time passes, and whatever is then due is visited. */
  async passes(span: { hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    await this.clock.forward(span);
    await this.visitDue();
  }

  findSilence(): Promise<number> {
    return this.worker.get(SilenceSweep).sweep();
  }

  async source(id: string): Promise<SourceRow> {
    const [row] = await this.db.query<SourceRow[]>(
      `select *, extract(epoch from next_visit_at - app_now())::float8 as gap from source where id = $1`,
      [id],
    );
    if (!row) throw new Error(`no source ${id}`);
    return row;
  }

  async outcomes(id: string): Promise<string[]> {
    const rows = await this.db.query<{ outcome: string }[]>(
      'select outcome from visit where source_id = $1 order by finished_at, started_at',
      [id],
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** What the journal tells of sources. */
  async told(): Promise<Told[]> {
    const rows = await this.db.query<{ body: string }[]>(
      `select body from journal where kind like 'source.%' order by seq`,
    );
    return rows.map(({ body }) => {
      const { kind, data } = JSON.parse(body) as Told;
      return { kind, data };
    });
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.database.drop();
  }
}

export function collecting(url: string, changes: Partial<Collection>): Settings {
  const { env, policy, rules, built } = loadSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' }, ROOT);
  const collection = { ...policy.collection, hostGapSeconds: 0, ...changes };
  return new Settings(env, { ...policy, collection }, rules, [], ROOT, built);
}

function employ(settings: Settings): Promise<INestApplicationContext> {
  return boot([...groundModules(settings), VisitModule], [SilenceSweep]);
}

export async function boot(
  imports: NonNullable<ModuleMetadata['imports']>,
  providers: NonNullable<ModuleMetadata['providers']> = [],
): Promise<INestApplicationContext> {
  const testing = await Test.createTestingModule({ imports, providers }).compile();
  return testing.createNestApplication({ logger: false }).init();
}
