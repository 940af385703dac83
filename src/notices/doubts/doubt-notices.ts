import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type FarWay, farWays, type Reachable } from '../../roster/way.js';
import { whoStands } from '../../roster/who-stands.js';
import { Settings } from '../../settings/settings.js';
import { Channels } from '../channels.js';
import { openingWays } from '../opening-ways.js';
import { type DoubtTold, doubtWords } from './doubt-words.js';

/** Time limit of one attempt, ms of real time. */
const ATTEMPT_MS = 10_000;
/** After so long without anybody reached it is not tried any more: it stands on the page. */
const UNTOLD = `told_at is null and outcome is null and proposed_at > app_now() - interval '1 day'`;

/** The drafter of a document that is doubted, and the press office, hear of it once. No clock runs: it goes past the outbox. */
@Injectable()
export class DoubtNotices {
  private readonly logger = new Logger(DoubtNotices.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly channels: Channels,
  ) {}

  /** One that reaches nobody keeps no other waiting. @returns how many were told */
  async tell(): Promise<number> {
    const waiting = await this.db.query<{ id: string }[]>(
      `select id from document_doubt where ${UNTOLD} order by proposed_at, id`,
    );
    let told = 0;
    for (const { id } of waiting) told += await this.db.transaction((tx) => this.tellOne(tx, id));
    return told;
  }

  /** The row is held while it is told: nobody else tells it. */
  private async tellOne(tx: EntityManager, id: string): Promise<number> {
    const [doubt] = await tx.query<DoubtTold[]>(
      `select id, title, bureau, articles, usual from document_doubt where id = $1 and ${UNTOLD} for update skip locked`,
      [id],
    );
    if (!doubt || !(await this.reach(tx, doubt))) return 0;
    await tx.query('update document_doubt set told_at = app_now() where id = $1', [id]);
    return 1;
  }

  /** @returns whether anybody was reached, or nobody has a way but the board */
  private async reach(tx: EntityManager, doubt: DoubtTold): Promise<boolean> {
    const about = { lead: doubt.bureau, co: [] };
    const drafter = await whoStands(tx, this.settings, 'lead_officer', about);
    const desk = await whoStands(tx, this.settings, 'duty', about);
    const once = new Map([...drafter, ...desk].map((one) => [one.recipient, one]));
    const ways = [...once.values()].flatMap(farWaysOf);
    const sent = await Promise.all(ways.map((way) => this.send(doubt, way)));
    return ways.length === 0 || sent.includes(true);
  }

  private async send(doubt: DoubtTold, { recipient, channel, address, origin }: Told): Promise<boolean> {
    try {
      const idempotencyKey = `${doubt.id}:${recipient}:${channel}`;
      const text = { recipient, ...doubtWords(doubt, this.settings) };
      const outgoing = { id: doubt.id, alertId: doubt.id, idempotencyKey, address, origin, text };
      await this.channels.named(channel)?.send(outgoing, AbortSignal.timeout(ATTEMPT_MS));
      return true;
    } catch (error) {
      this.logger.warn(`解读建议未能送达 · a proposal did not reach ${channel}: ${String(error)}`);
      return false;
    }
  }
}

type Told = FarWay & { recipient: string };

const farWaysOf = (one: Reachable): Told[] =>
  farWays(openingWays(one)).map((way) => ({ ...way, recipient: one.recipient }));
