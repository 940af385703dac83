import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isPassingFault } from '../database/passing-faults.js';
import { append } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { raiseAlerts } from './alerts.js';
import { claimDue, dueIds, type FiredThreshold } from './fired.js';
import { claimLadder, claimRow } from './climbing.js';
import { turnCycles } from './cycle-turns.js';
import { NEXT_TARGET, tellPassedTargets } from './passed-targets.js';
import { nextUntriaged, tellUntriaged } from './untriaged.js';

/** Rows that choose the clocks of one transaction; the journal rows of all that is due on these must fit one append(). */
const BATCH = 100;
/** Cases whose ladder moves in one transaction; each has more journal rows. */
const LADDER_BATCH = 50;
const FIRST_POSTPONEMENT_S = 5;
const LONGEST_POSTPONEMENT_S = 300;
/** Doublings that reach the longest postponement; more would overflow some day. */
const MOST_DOUBLINGS = 10;
const CANARY_CLOCKS = `select c.id from incident i join incident_clock c on c.incident_id = i.id where i.channel = 'canary'`;

type Claim = (tx: EntityManager) => Promise<FiredThreshold[]>;

/**
 * Fires the thresholds whose moment has come, and lets the next cycle follow where one has passed. Any number may run beside each other:
 * rows are claimed with SKIP LOCKED, and alert, notices, journal row and the mark on the threshold are one commit.
 */
@Injectable()
export class Sweeper {
  private readonly logger = new Logger(Sweeper.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /**
   * Fires all that is due now. @returns how many thresholds were fired
   * @throws when the database is away or busy: nothing is postponed for that, the next sweep finds the same rows
   */
  async sweep(): Promise<number> {
    const tell = (words: string): void => this.logger.error(words);
    let fired = 0;
    let turned: number;
    do {
      await tellPassedTargets(this.db, this.settings.policy, tell);
      fired += await this.fireDue();
      // However many cycles have passed, what the notices limit waits for a few of them at most; what they place may be due at once.
      turned = await turnCycles(this.db, this.settings.policy, tell);
      turned += await tellUntriaged(this.db, this.settings.policy.triageMinutes);
    } while (turned > 0);
    await this.db.query('update sweep set last_at = app_now()');
    return fired;
  }

  /** Milliseconds until the next pending threshold or target; null when none is pending. */
  async untilNext(): Promise<number | null> {
    const [row] = await this.db.query<{ ms: string | null }[]>(
      `select extract(epoch from least(
         (select fire_at from clock_threshold where outcome is null and retry_at is null order by fire_at limit 1),
         (select min(greatest(fire_at, retry_at)) from clock_threshold where outcome is null and retry_at is not null),
         (${NEXT_TARGET}),
         (${nextUntriaged(this.settings.policy.triageMinutes)})
       ) - app_now()) * 1000 as ms`,
    );
    return row?.ms == null ? null : Math.max(0, Number(row.ms));
  }

  private async fireDue(): Promise<number> {
    // What an acknowledgement's end places may be due at once.
    const climbed = await this.fireAll(1, (tx) => claimLadder(tx, this.settings, LADDER_BATCH));
    return climbed + (await this.fireAll(BATCH, (tx) => claimDue(tx, BATCH)));
  }

  /** @param size what a claim takes at most: fewer, and nothing is left */
  private async fireAll(size: number, claim: Claim): Promise<number> {
    let fired = 0;
    for (;;) {
      const batch = await this.fireBatch(claim);
      fired += batch;
      if (batch < size) return fired;
    }
  }

  private async fireBatch(claim: Claim): Promise<number> {
    try {
      return await this.fire(claim);
    } catch (error) {
      if (isPassingFault(error)) throw error;
      this.logger.error(`一批阈值未能触发,逐条重试 · a batch failed, going one by one: ${String(error)}`);
      return this.fireOneByOne();
    }
  }

  private fire(claim: Claim): Promise<number> {
    return this.db.transaction(async (tx) => {
      const fired = await claim(tx);
      await append(tx, await raiseAlerts(tx, this.settings, fired));
      return fired.length;
    });
  }

  /** A row that fails is put aside and reported; the sweep goes on with the next one. */
  private async fireOneByOne(): Promise<number> {
    let fired = 0;
    for (const id of await dueIds(this.db.manager, BATCH)) {
      try {
        fired += await this.fire((tx) => claimRow(tx, this.settings, id));
      } catch (error) {
        if (isPassingFault(error)) throw error;
        await this.postpone(id, error);
      }
    }
    return fired;
  }

  private async postpone(id: string, error: unknown): Promise<void> {
    this.logger.error(`阈值 ${id} 触发失败,已推后重试 · threshold failed and was put aside: ${String(error)}`);
    await this.db.transaction(async (tx) => {
      const [[row]] = await tx.query<[{ clock_id: string; key: string; failures: number; live: boolean }[], number]>(
        `update clock_threshold set failures = failures + 1,
           retry_at = app_now() + least($2 * power(2, least(failures, $4)), $3) * interval '1 second'
         where id = $1 and outcome is null returning clock_id, key, failures, clock_id not in (${CANARY_CLOCKS}) as live`,
        [id, FIRST_POSTPONEMENT_S, LONGEST_POSTPONEMENT_S, MOST_DOUBLINGS],
      );
      // A self-check that does not fire is told by the self-check itself.
      if (!row?.live) return;
      const data = { clockId: row.clock_id, key: row.key, failures: row.failures, error: String(error).slice(0, 500) };
      await append(tx, [{ kind: 'threshold.postponed', incidentId: null, actor: 'system:escalation', data }]);
    });
  }
}
