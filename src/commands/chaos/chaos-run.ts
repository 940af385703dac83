import { join } from 'node:path';
import { migrate } from '../../database/migrate.js';
import { JournalService } from '../../journal/journal.service.js';
import { loadSettings } from '../../settings/settings.js';
import { auditViolations } from './audit-check.js';
import { Caseload } from './caseload.js';
import { Chance } from './chance.js';
import type { Outcome } from './chaos-report.js';
import { CrashingServer } from './crashing-server.js';
import { Crew } from './crew.js';
import { keepDesk } from './desk.js';
import { figuresOf } from './figures.js';
import { brokenInvariants } from './invariants.js';
import { OfficeCopy } from './office-copy.js';
import type { ChaosOptions } from './options.js';
import { OwnRedis } from './own-redis.js';
import { ProductTime, SPEED } from './product-time.js';
import { lostCases, receiverViolations } from './outside-checks.js';
import { Recorder } from './recorder.js';
import { RecordingMailbox } from './recording-mailbox.js';
import { RecordingReceiver } from './recording-receiver.js';
import { settled } from './settling.js';
import { PACE_MS, type Scene, Troubles } from './troubles.js';

const POSTS = ['timer', 'timer', 'worker', 'worker'] as const;
/** A day takes this share of the troubles, at least so many product seconds. */
const DAY_SHARE = 0.25;
const SHORTEST_DAY_S = 60;
const PATIENCE_MS = 300_000;

/** One run on servers and processes of its own, in a folder of its own. */
export class ChaosRun {
  private readonly closing: (() => Promise<void> | void)[] = [];
  private readonly chance: Chance;
  /** Where the logs lie while the run is open. */
  folder = '';

  constructor(
    private readonly root: string,
    private readonly options: ChaosOptions,
    private readonly variables: NodeJS.ProcessEnv,
  ) {
    this.chance = new Chance(options.seed);
  }

  async run(): Promise<Outcome> {
    const begun = performance.now();
    const scene = await this.set();
    const troubles = new Troubles(scene, this.options, this.chance.branch('troubles'));
    const desk = keepDesk(scene.caseload, this.options.thresholds, () => troubles.progress, this.chance.branch('desk'));
    await Promise.all([desk, troubles.run()]);
    scene.recorder.unreliable = false;
    await scene.caseload.endFollowUps();
    await settled(scene.caseload, PATIENCE_MS);
    await scene.crew.close();
    const { db } = scene.caseload;
    const outside = [
      ...(await receiverViolations(db, scene.recorder.received)),
      ...(await lostCases(db, scene.caseload.opened)),
      ...(await auditViolations(db)),
    ];
    return {
      harm: troubles.harm,
      figures: await figuresOf(db, scene.recorder.received),
      seconds: (performance.now() - begun) / 1_000,
      journal: await new JournalService(db).verify(),
      violations: [...(await brokenInvariants(db)), ...outside],
      surprises: scene.crew.surprises,
    };
  }

  /** Ends everything that was begun, the last first. */
  async close(): Promise<void> {
    for (const end of this.closing.splice(0).reverse()) await end();
  }

  private async set(): Promise<Scene> {
    const recorder = new Recorder(this.chance.branch('receiver'));
    const receiver = await RecordingReceiver.open(recorder);
    this.closing.push(() => receiver.close());
    const mailbox = await RecordingMailbox.open(recorder);
    this.closing.push(() => mailbox.close());
    const day = Math.max(SHORTEST_DAY_S, (this.options.kills * PACE_MS * SPEED * DAY_SHARE) / 1_000);
    const copy = OfficeCopy.make(this.root, receiver, day);
    this.folder = copy.folder;
    this.closing.push(() => copy.remove());
    const server = await CrashingServer.open(this.root, copy.folder);
    this.closing.push(() => server.close());
    await migrate(server.url);
    recorder.time = await ProductTime.install(server.url);
    const redis = this.options.redis ? await OwnRedis.open(copy.folder) : null;
    if (redis) this.closing.push(() => redis.kill());
    const variables = this.variablesOf(copy, server, { redis, mailbox });
    const settings = loadSettings(variables, copy.folder);
    const caseload = await Caseload.open(server.url, settings, this.chance.branch('caseload'));
    this.closing.push(() => caseload.close());
    const crew = new Crew(copy.entry, variables, join(copy.folder, 'crew.log'));
    this.closing.push(() => crew.close());
    POSTS.forEach((post) => crew.employ(post));
    return { crew, server, redis, recorder, caseload };
  }

  private variablesOf(
    copy: OfficeCopy,
    server: CrashingServer,
    { redis, mailbox }: { redis: OwnRedis | null; mailbox: RecordingMailbox },
  ): NodeJS.ProcessEnv {
    const { PATH, HOME } = this.variables;
    return {
      ...{ PATH, HOME, LOG_LEVEL: 'warn', JURISDICTION: 'nation', WEBHOOK_SECRET: 'a-secret-of-the-chaos' },
      DATA_DIR: join(copy.folder, 'data'),
      DATABASE_URL: server.url,
      SMTP_URL: mailbox.url,
      ...(redis && { REDIS_URL: redis.url }),
    };
  }
}
