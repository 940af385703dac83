import { setTimeout as pause } from 'node:timers/promises';
import type { Caseload } from './caseload.js';
import type { Chance } from './chance.js';
import type { CrashingServer } from './crashing-server.js';
import type { Crew, Post } from './crew.js';
import type { ChaosOptions } from './options.js';
import type { OwnRedis } from './own-redis.js';
import { SPEED } from './product-time.js';
import type { Recorder } from './recorder.js';

/** Mean time between two kills, ms; about what a killed process needs to be back on a small machine. */
export const PACE_MS = 1_200;
/** Share of the kills that wait for a telling moment: a call under way, a threshold just crossed. */
const AIMED = 0.5;
const LONGEST_AIM_MS = 2_000;
const LONGEST_OUTAGE_MS = 2_000;
const FLUSHED = 0.15;
const QUEUE_KILLED = 0.08;
/** By then the queue was flushed and killed, or that is done now. */
const LAST_CHANCE = 0.7;

/** What was done to the product. */
export interface Harm {
  kills: Record<Post, number>;
  /** Of them at a chosen moment. */
  aimed: number;
  crashes: number;
  flushes: number;
  queueKills: number;
}

/** Those to whom harm is done. */
export interface Scene {
  crew: Crew;
  server: CrashingServer;
  redis: OwnRedis | null;
  recorder: Recorder;
  caseload: Caseload;
}

/** Does harm at random moments until the measure is full. */
export class Troubles {
  readonly harm: Harm = { kills: { timer: 0, worker: 0 }, aimed: 0, crashes: 0, flushes: 0, queueKills: 0 };

  constructor(
    private readonly scene: Scene,
    private readonly options: Pick<ChaosOptions, 'kills' | 'crashes'>,
    private readonly chance: Chance,
  ) {}

  /** Share of the kills that are done. */
  get progress(): number {
    const { timer, worker } = this.harm.kills;
    return (timer + worker) / this.options.kills;
  }

  async run(): Promise<void> {
    const { kills, crashes } = this.options;
    const crashAt = Array.from({ length: crashes }, (_, n) =>
      Math.floor((kills * (n + this.chance.between(0.2, 0.8))) / crashes),
    );
    for (let n = 0; n < kills; n += 1) {
      await pause(this.chance.wait(PACE_MS));
      for (const at of crashAt) if (at === n) await this.crash();
      await this.troubleQueue(n / kills);
      await this.killOne();
    }
  }

  private async killOne(): Promise<void> {
    const post = this.chance.pick<Post>(['timer', 'worker']);
    while (this.scene.crew.atWork(post).length === 0) await pause(20);
    const aims = this.chance.happens(AIMED);
    if (aims) await (post === 'worker' ? this.untilCall() : this.untilDue());
    if (!this.scene.crew.kill(post, (list) => this.chance.pick(list))) return this.killOne();
    this.harm.kills[post] += 1;
    if (aims) this.harm.aimed += 1;
  }

  /** Somebody has sent a notice and waits for the answer, or just has it. */
  private async untilCall(): Promise<void> {
    const { recorder } = this.scene;
    const called = new Promise<void>((resolve) => (recorder.onCall = resolve));
    await Promise.race([called, pause(LONGEST_AIM_MS)]);
    recorder.onCall = null;
    if (this.chance.happens(0.7)) await pause(this.chance.between(0, 12));
  }

  /** Somebody is about to fire a threshold, or in the midst of it. */
  private async untilDue(): Promise<void> {
    const [row] = await this.scene.caseload.again(() =>
      this.scene.caseload.db.query<{ ms: string | null }[]>(
        `select extract(epoch from min(fire_at) - app_now()) * 1000 as ms from clock_threshold
         where outcome is null and fire_at > app_now()`,
      ),
    );
    const away = row?.ms == null ? LONGEST_AIM_MS : Number(row.ms) / SPEED;
    await pause(Math.min(away, LONGEST_AIM_MS) + this.chance.between(0, 40));
  }

  private async crash(): Promise<void> {
    await this.scene.server.crash();
    await pause(this.chance.between(0, LONGEST_OUTAGE_MS));
    await this.scene.server.recover();
    this.harm.crashes += 1;
  }

  /** By chance, and in each run once at least of either kind. @param over share of the run that is over */
  private async troubleQueue(over: number): Promise<void> {
    const { redis } = this.scene;
    if (!redis) return;
    const luck = this.chance.next();
    if (luck < QUEUE_KILLED || (over >= LAST_CHANCE && this.harm.queueKills === 0)) {
      await redis.kill();
      await pause(this.chance.between(0, LONGEST_OUTAGE_MS));
      await redis.start();
      this.harm.queueKills += 1;
    } else if (luck < QUEUE_KILLED + FLUSHED || (over >= LAST_CHANCE && this.harm.flushes === 0)) {
      await redis.flush();
      this.harm.flushes += 1;
    }
  }
}
