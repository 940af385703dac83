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
import { pooled } from './pooled.js';

/** The product's own worker: the same visits and the same judging, without the schedule that starts them. */
export class ProductWorker {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly db: DataSource,
  ) {}

  static async open(databaseUrl: string, root: string): Promise<ProductWorker> {
    const settings = loadSettings({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' }, root, join(root, 'dist/src'));
    const worker = {
      module: class Worker {},
      imports: [...groundModules(settings), IncidentsModule, FirstReadingModule, VisitModule, JudgingModule],
    };
    const app = await NestFactory.createApplicationContext(worker, { logger: false });
    return new ProductWorker(app, app.get(DataSource));
  }

  /** Source `f<n>` is read at the n-th address, from the path `/<n>`. */
  async declare(addresses: string[]): Promise<void> {
    await this.db.query(
      `insert into source (id, name, url, tier, family, origin, allow_private_network)
       select 'f' || n - 1, 'feed ' || n, address || '/' || n - 1, 'regular', 'bench', 'file', true
       from unnest($1::text[]) with ordinality as f (address, n)`,
      [addresses],
    );
  }

  /** Visits every source once and judges what that brings, a visit at a time as in a worker. */
  async takeAll(feeds: number): Promise<void> {
    const visits = this.app.get(VisitService);
    const judging = this.app.get(JudgingService);
    let judged: Promise<unknown> = Promise.resolve();
    let waiting = false;
    await pooled(feeds, async (n) => {
      await visits.visitNow(`f${n}`);
      if (waiting) return;
      waiting = true;
      judged = judged.then(() => {
        waiting = false;
        return judging.judgeAll();
      });
    });
    await judged;
  }

  /** How much stands in the database, and how much of it was not judged. */
  async tally(): Promise<{ stored: number; unjudged: number }> {
    const [row] = await this.db.query<{ stored: string; unjudged: string }[]>(
      'select count(*) as stored, count(*) filter (where judged_at is null) as unjudged from article',
    );
    return { stored: Number(row?.stored), unjudged: Number(row?.unjudged) };
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
