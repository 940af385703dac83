import { Injectable, Logger, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { append } from '../../journal/append.js';
import { Settings } from '../../settings/settings.js';
import { storeWhatCanBe } from '../careful-store.js';
import { FirstReading } from '../first-reading.js';
import { type Fresh, freshOf, storeFresh } from '../fresh-articles.js';
import type { RestingTurn } from './host-turns.js';
import { type Findings, notStored } from './visit-findings.js';
import { newsOf } from './visit-news.js';
import { type Recorded, recordVisit, type VisitResult } from './visit-record.js';
import { resultOf } from './visit-result.js';
import type { BegunVisit } from './visited-source.js';

/** How a visit ended. */
export interface Ended {
  newItems: number;
  /** Another source waits for its host. */
  hostWaits: boolean;
}

/** Writes down what visits found: the articles, the visit, what it means for the source, and what people are told. */
@Injectable()
export class VisitKeeper {
  private readonly logger = new Logger(VisitKeeper.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    @Optional() private readonly first?: FirstReading,
  ) {}

  /** What cannot be stored makes it a failed visit; the rest of what it brought is kept. */
  async keep(begun: BegunVisit, turns: RestingTurn[], findings: Findings): Promise<Ended> {
    const { source, startedAt } = begun;
    const { brought } = findings;
    try {
      const fresh = brought ? await freshOf(this.db.manager, source.id, brought, startedAt, this.first) : null;
      return await (fresh ? this.store(begun, turns, findings, fresh) : this.write(begun, turns, findings, 0));
    } catch (error) {
      this.logger.error(`入库失败,逐条重试 · ${source.id} could not be stored, going one by one: ${String(error)}`);
      const newItems = brought ? await storeWhatCanBe(this.db, source.id, brought, startedAt) : 0;
      return this.write(begun, turns, notStored(findings, error), newItems);
    }
  }

  private store(begun: BegunVisit, turns: RestingTurn[], findings: Findings, fresh: Fresh): Promise<Ended> {
    return this.db.transaction(async (tx) => {
      const newItems = await storeFresh(tx, begun.source.id, fresh);
      return this.finish(tx, begun, turns, this.resultOf(begun, findings, newItems));
    });
  }

  /** Without a transaction where one statement is all. */
  private write(begun: BegunVisit, turns: RestingTurn[], findings: Findings, newItems: number): Promise<Ended> {
    const result = this.resultOf(begun, findings, newItems);
    if (newsOf(begun.source, result).length === 0) return this.finish(this.db.manager, begun, turns, result);
    return this.db.transaction((tx) => this.finish(tx, begun, turns, result));
  }

  private async finish(
    tx: EntityManager,
    begun: BegunVisit,
    turns: RestingTurn[],
    result: VisitResult,
  ): Promise<Ended> {
    const { hostGapSeconds, blindAfterSeconds } = this.settings.policy.collection;
    const recorded: Recorded = await recordVisit(tx, begun, result, { turns, hostGapSeconds, blindAfterSeconds });
    if (recorded.held) await append(tx, newsOf(begun.source, result));
    return { newItems: result.newItems, hostWaits: recorded.waiting };
  }

  private resultOf(begun: BegunVisit, findings: Findings, newItems: number): VisitResult {
    return resultOf(begun, findings, newItems, this.settings.policy.collection, Math.random());
  }
}
