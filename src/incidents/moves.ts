import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { StaleVersion } from '../access/stale-version.js';
import { keepTargets } from '../clocks/internal-targets.js';
import { databaseNow } from '../database/time.js';
import { maySee, type Role } from '../domain/rights.js';
import { append, type JournalRow } from '../journal/append.js';
import { lockStories } from '../stories/story-store.js';
import { Incident } from './incident.entity.js';
import { stageRow } from './stage-row.js';
import { closeMootRequests } from './moot-requests.js';
import { RefusedAttempt } from './refused-attempt.js';

/** Who acts. */
export interface Actor {
  id: string;
  role: Role;
  bureau: string | null;
}

/** What a move is given: the locked case, the instant and the transaction. */
export interface MoveScene {
  tx: EntityManager;
  incident: Incident;
  now: Date;
  actor: Actor;
}

/** Changes the case in place and tells what happened; null: nothing to do, the wish is already true. */
export type Move = (scene: MoveScene) => Promise<JournalRow[] | null>;

/** Carries out one move on one case: lock, check, change, journal, commit. */
@Injectable()
export class IncidentMoves {
  constructor(private readonly db: DataSource) {}

  /**
   * An attempt that is refused leaves a row of the journal and nothing else.
   * @param joinsStories the move gives stories to other cases: nobody else may join any meanwhile
   * @param version the version the person saw; a stale one is refused unless the wish is already true
   * @throws NotFoundException unknown or not visible to this person; ConflictException stale version
   */
  async carryOut(
    id: string,
    actor: Actor,
    version: number | undefined,
    move: Move,
    joinsStories = false,
  ): Promise<void> {
    try {
      await this.inOneTransaction(id, actor, version, move, joinsStories);
    } catch (error) {
      if (!(error instanceof RefusedAttempt)) throw error;
      await this.db.transaction((tx) => append(tx, [error.row]));
      throw error.answer;
    }
  }

  private async inOneTransaction(
    id: string,
    actor: Actor,
    version: number | undefined,
    move: Move,
    joinsStories: boolean,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Always before a case: the judging locks in this order.
      if (joinsStories) await lockStories(tx);
      const incident = await tx.findOne(Incident, {
        where: { id, channel: 'live' },
        lock: { mode: 'for_no_key_update' },
      });
      if (!incident || !maySee(actor, incident)) throw new NotFoundException('没有这个事件 · no such incident');
      const { version: seen, stage } = incident;
      const now = await databaseNow(tx);
      const rows = await move({ tx, incident, now, actor });
      if (rows === null) return;
      if (version !== undefined && version !== seen) {
        throw new StaleVersion('事件刚被他人改动,请刷新后再试 · somebody changed this incident: reload and try again');
      }
      incident.version = seen + 1;
      await tx.save(incident);
      await keepTargets(tx, incident, now);
      const moot = await closeMootRequests(tx, incident, { now, by: actor.id });
      await append(tx, [...rows, ...stageRow(incident, stage, actor.id), ...moot]);
    });
  }
}
