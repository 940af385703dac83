import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../database/database.module.js';
import { append } from '../../../journal/append.js';
import { chooseQueueBackend } from '../../../queues/queues.module.js';
import { FeedServer } from '../feed-server.js';
import type { BenchPlace } from '../figure.js';
import { openScratchDatabase } from '../scratch-database.js';
import { accidentFeed } from './accident-feed.js';
import { RunningOffice } from './running-office.js';
import type { SeenByAll } from './screens.child.js';
import { Screens } from './screens.js';
import { type Alone, SingleStages } from './single-stages.js';
import { wallMs } from './wall-clock.js';

/** Between two accidents, uneven so that no tick is met in rhythm. */
const [SHORTEST_PAUSE_MS, MORE_PAUSE_MS] = [300, 900];
const PATIENCE_MS = 30_000;
const [OPENED, ALERT, TOLD] = ['incident.opened', 'threshold.fired', 'bench.told'] as const;

/** Of one accident, ms: from the feed's last byte to the last board that has the case, and its alert; and each step alone. */
export interface Round extends Alone {
  opened: number;
  whole: number;
  /** From the commit of a journal row to the last board. */
  boards: number;
  within: Within;
}

/** Where the time of the whole goes, by the begin of each transaction: a wait belongs to the stretch that ends it. */
export interface Within {
  toStoring: number;
  toJudging: number;
  toSweep: number;
  toBoards: number;
}

/** The office that runs, its screens, and beside it a database on which steps are taken one by one. */
export class Scene {
  private constructor(
    private readonly closing: (() => unknown)[],
    private readonly served: Map<string, number>,
    private readonly documents: Map<string, Buffer>,
    private readonly db: DataSource,
    private readonly screens: Screens,
    private readonly stages: SingleStages,
  ) {}

  static async set({ root, databaseUrl }: BenchPlace, feeds: number, boards: number): Promise<Scene> {
    chooseQueueBackend(undefined);
    const closing: (() => unknown)[] = [];
    const [served, documents] = [new Map<string, number>(), new Map<string, Buffer>()];
    const note = (path: string) => served.set(path, wallMs());
    try {
      const server = await FeedServer.open((path) => documents.get(path), feeds, note);
      closing.push(() => server.close());
      const [whole, single] = [await openScratchDatabase(databaseUrl), await openScratchDatabase(databaseUrl)];
      closing.push(whole.drop, single.drop);
      const stages = await SingleStages.open(root, single.url);
      closing.push(() => stages.close());
      const office = await RunningOffice.start(root, whole.url);
      closing.push(() => office.stop());
      const db = await new DataSource(databaseOptions(whole.url)).initialize();
      closing.push(() => db.destroy());
      const screens = await Screens.open(root, { address: office.address, cookies: await office.signIn(boards) });
      closing.push(() => screens.close());
      for (const [one, suffix] of [[db, 'whole'] as const, [stages.db, 'alone'] as const])
        await declare(one, server.addresses, suffix);
      return new Scene(closing, served, documents, db, screens, stages);
    } catch (error) {
      await closeAll(closing);
      throw error;
    }
  }

  /** One accident through the whole product, then through the steps alone. Null when not all boards were told in good time. */
  async round(n: number): Promise<Round | null> {
    const document = accidentFeed(n, new Date());
    for (const name of ['whole', 'alone']) this.documents.set(`/${name}/${n}`, document);
    this.screens.forget();
    await this.db.query(`update source set next_visit_at = app_now() where id = $1`, [`f${n}`]);
    const told = await this.screens.next(ALERT, PATIENCE_MS);
    if (!told) return null;
    const begun = this.served.get(`/whole/${n}`) ?? NaN;
    const opened = this.screens.at(told.incidentId, OPENED) - begun;
    // What follows an alert (notices, the archive's index) is over before the steps are taken alone.
    await pause(SHORTEST_PAUSE_MS + ((n * 0.618034) % 1) * MORE_PAUSE_MS);
    const boards = await this.fanOut(told.incidentId);
    const alone = await this.stages.measure(`f${n}`, () => this.served.get(`/alone/${n}`) ?? NaN);
    const within = await this.within(told, begun, `f${n}`);
    if (!within) return null;
    return { whole: told.at - begun, opened, boards, within, ...alone };
  }

  close(): Promise<void> {
    return closeAll(this.closing);
  }

  /** By the instants that the product itself has noted. Null: what the boards were told of came from elsewhere. */
  private async within({ incidentId, at }: SeenByAll, begun: number, source: string): Promise<Within | null> {
    const [row] = await this.db.query<Record<'stored' | 'judged' | 'swept', Date>[]>(
      `select v.finished_at as stored, i.opened_at as judged, min(d.detected_at) as swept
       from incident i join story s on s.incident_id = i.id join article a on a.story_id = s.id
         join visit v on v.source_id = a.source_id
         join incident_clock c on c.incident_id = i.id join deadline_alert d on d.clock_id = c.id
       where i.id = $1 and v.source_id = $2 group by 1, 2`,
      [incidentId, source],
    );
    if (!row) return null;
    const [stored, judged, swept] = [row.stored.getTime(), row.judged.getTime(), row.swept.getTime()];
    return { toStoring: stored - begun, toJudging: judged - stored, toSweep: swept - judged, toBoards: at - swept };
  }

  private async fanOut(incidentId: string): Promise<number> {
    await this.db.transaction((tx) => append(tx, [{ kind: TOLD, incidentId, actor: 'system:bench', data: {} }]));
    const committed = wallMs();
    const seen = await this.screens.next(TOLD, PATIENCE_MS);
    return (seen?.at ?? NaN) - committed;
  }
}

/** Sources that nobody visits until they are made due; each on a host of its own. */
async function declare(db: DataSource, addresses: string[], folder: string): Promise<void> {
  await db.query(
    `insert into source (id, name, url, tier, family, origin, allow_private_network, next_visit_at)
     select 'f' || n - 1, 'feed ' || n, address || '/' || $2 || '/' || n - 1, 'core', 'bench' || n, 'file', true,
       app_now() + interval '1 year'
     from unnest($1::text[]) with ordinality as f (address, n)`,
    [addresses, folder],
  );
}

async function closeAll(closing: (() => unknown)[]): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}
