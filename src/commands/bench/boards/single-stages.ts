import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Queue, Worker } from 'bullmq';
import { DataSource } from 'typeorm';
import { FirstReadingModule } from '../../../assessment/first-reading.module.js';
import { EscalationModule } from '../../../escalation/escalation.module.js';
import { Sweeper } from '../../../escalation/sweeper.js';
import { IncidentsModule } from '../../../incidents/incidents.module.js';
import { VisitModule } from '../../../ingestion/visiting/visiting.module.js';
import { VisitService } from '../../../ingestion/visiting/visit.service.js';
import { JudgingModule } from '../../../judging/judging.module.js';
import { JudgingService } from '../../../judging/judging.service.js';
import { groundModules } from '../../../roles/ground.js';
import { loadSettings } from '../../../settings/settings.js';
import { wallMs } from './wall-clock.js';

const HOP = 'bench-hop';

/** What each step takes alone, ms. */
export interface Alone {
  /** From the feed's last byte to the commit of its items. */
  visit: number;
  /** From handing a job over to its handler. */
  queue: number;
  /** Judging, with opening the case. */
  judging: number;
  /** From the due threshold to the committed alert. */
  alert: number;
}

/** The steps of an alert one by one, on a database where nothing else runs. */
export class SingleStages {
  private started: (at: number) => void = () => undefined;
  private readonly worker: Worker;

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly queue: Queue,
    connection: { connectionString: string },
  ) {
    this.worker = new Worker(HOP, () => Promise.resolve(this.started(wallMs())), { connection });
  }

  static async open(root: string, databaseUrl: string): Promise<SingleStages> {
    const given = { DATABASE_URL: databaseUrl, JURISDICTION: 'nation', LOG_LEVEL: 'silent' };
    const settings = loadSettings(given, root, join(root, 'dist/src'));
    const parts = [IncidentsModule, FirstReadingModule, VisitModule, JudgingModule, EscalationModule];
    const module = { module: class Stages {}, imports: [...groundModules(settings), ...parts] };
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    const connection = { connectionString: databaseUrl };
    const stages = new SingleStages(app, new Queue(HOP, { connection }), connection);
    await stages.worker.waitUntilReady();
    return stages;
  }

  get db(): DataSource {
    return this.app.get(DataSource);
  }

  /** @param served when the feed's answer was out, asked after the visit */
  async measure(sourceId: string, served: () => number): Promise<Alone> {
    await this.app.get(VisitService).visitNow(sourceId);
    const visit = wallMs() - served();
    const queue = await this.hop();
    const judging = await timed(() => this.app.get(JudgingService).judgeAll());
    const alert = await timed(() => this.app.get(Sweeper).sweep());
    return { visit, queue, judging, alert };
  }

  async close(): Promise<void> {
    await this.worker.close(true);
    await this.queue.close();
    await this.app.close();
  }

  private async hop(): Promise<number> {
    const started = new Promise<number>((resolve) => (this.started = resolve));
    const begun = wallMs();
    await this.queue.add('hop', {});
    return (await started) - begun;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
