import pg from 'pg';
import type { CanaryStage } from '../../src/domain/canary.js';
import type { HealthCheck, Readiness } from '../../src/contract/health.js';
import { claimDueVisits } from '../../src/ingestion/visiting/visit-claims.js';
import { VisitService } from '../../src/ingestion/visiting/visit.service.js';
import { Settings } from '../../src/settings/settings.js';
import { CanaryListener } from '../../src/watch/canary/canary-listener.js';
import { CanaryWatch } from '../../src/watch/canary/canary-watch.js';
import { CanaryFeed } from '../../src/watch/canary/canary-feed.js';
import type { Office } from './office.js';

/** An address at which no api answers. */
const NOBODY = 'http://127.0.0.1:1';
/** Only so that a report which never comes out ends the test instead of holding it. */
const HANGING_MS = 20_000;

/** The last self-check, as its row tells it. */
export interface RunRow extends Record<
  `${'fetched' | 'stored' | 'judged' | 'opened' | 'fired' | 'heard'}_at`,
  Date | null
> {
  slot: string;
  started_at: Date;
  complete_at: Date | null;
}

/** An office whose worker, timer and listener are moved by the test, stage by stage; each of them can be broken. */
export class SelfCheck {
  private broken: CanaryStage | null = null;

  private constructor(private readonly office: Office) {}

  static of(office: Office): SelfCheck {
    office.part(CanaryListener).listenAt(office.address);
    return new SelfCheck(office);
  }

  /** Of an office whose timer was not told where the board is. */
  static withoutBoard(office: Office): SelfCheck {
    return new SelfCheck(office);
  }

  /** Everybody does once what he does all the time, in the order in which a report meets them. */
  async turn(): Promise<void> {
    await this.office.part(CanaryWatch).beat();
    await this.visits();
    if (this.broken === 'open') await this.judgesWithoutOpening();
    else if (this.broken !== 'judge') await this.office.judges();
    const fired = this.broken === 'fire' ? 0 : await this.office.sweeps();
    if (fired > 0 && this.broken !== 'hear' && this.office.part(CanaryListener).listens) await this.heard();
    await this.office.part(CanaryWatch).beat();
  }

  /** Time passes, looked at every half minute. */
  async passes(minutes: number): Promise<void> {
    for (let half = 0; half < minutes * 2; half += 1) {
      await this.office.clock.forward({ seconds: 30 });
      await this.turn();
    }
  }

  /** @returns after how many seconds the stage was named by readiness */
  async untilNamed(): Promise<number> {
    for (let seconds = 0; seconds <= 1_200; seconds += 30) {
      if ((await this.readiness()) !== null) return seconds;
      await this.passes(0.5);
    }
    throw new Error('never named');
  }

  async breaks(stage: CanaryStage): Promise<void> {
    this.broken = stage;
    if (stage === 'fetch') this.office.part(CanaryFeed).onApplicationShutdown();
    if (stage === 'store')
      await this.asOwner(`alter table article add constraint refusal check (title not like '【自检】%') not valid`);
    if (stage === 'hear') this.office.part(CanaryListener).listenAt(NOBODY);
  }

  async mends(): Promise<void> {
    const stage = this.broken;
    this.broken = null;
    if (stage === 'fetch') await this.office.part(CanaryFeed).onApplicationBootstrap();
    if (stage === 'store') await this.asOwner('alter table article drop constraint refusal');
    if (stage === 'hear') this.office.part(CanaryListener).listenAt(this.office.address);
  }

  /** What readiness says is wrong with the self-check; null: all is well. */
  async readiness(): Promise<string | null> {
    const check = await this.healthCheck();
    return check.ok ? null : (check.detail ?? '');
  }

  async healthCheck(): Promise<HealthCheck> {
    const answer = await fetch(`${this.office.address}/health/ready`);
    const { checks } = (await answer.json()) as Readiness;
    const check = checks.find((one) => one.name === 'canary');
    if (!check) throw new Error('readiness does not speak of the self-check');
    return check;
  }

  async lastRun(): Promise<RunRow> {
    const [run] = await this.office.db.query<RunRow[]>('select * from canary_run order by slot desc limit 1');
    if (!run) throw new Error('no self-check was begun');
    return run;
  }

  private async visits(): Promise<void> {
    const { collection } = this.office.part(Settings).policy;
    const due = await claimDueVisits(this.office.db.manager, collection, 10);
    for (const job of due) await this.office.part(VisitService).visit(job);
  }

  private async judgesWithoutOpening(): Promise<void> {
    await this.office.db.query('update article set judged_at = app_now() where judged_at is null');
  }

  /** The socket is another connection: what it says arrives when it arrives. */
  private async heard(): Promise<void> {
    const patience = AbortSignal.timeout(HANGING_MS);
    while ((await this.lastRun()).heard_at === null) {
      patience.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async asOwner(sql: string): Promise<void> {
    const owner = new pg.Client({ connectionString: this.office.database.url });
    await owner.connect();
    await owner.query(sql);
    await owner.end();
  }
}
