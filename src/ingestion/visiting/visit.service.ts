import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { VisitJob } from '../../queues/queues.js';
import { Settings } from '../../settings/settings.js';
import { FeedFetcher } from '../fetching/fetch-feed.js';
import { HostBusy } from '../fetching/fetch-outcome.js';
import { BodyReader } from '../reading/body-reader.js';
import { beginVisit, withdrawVisit } from './begin-visit.js';
import { BuiltInAddresses } from './built-in-addresses.js';
import { claimOutOfTurn } from './visit-claims.js';
import { type Findings, findingsOf } from './visit-findings.js';
import { type Ended, VisitKeeper } from './visit-keeper.js';
import { VisitTurns } from './visit-turns.js';
import type { BegunVisit } from './visited-source.js';

/** One visit of one source: fetch, decode, read, store each article once, set the next visit. */
@Injectable()
export class VisitService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly fetcher: FeedFetcher,
    private readonly reader: BodyReader,
    private readonly addresses: BuiltInAddresses,
    private readonly keeper: VisitKeeper,
  ) {}

  /**
   * Makes a promised visit. Nothing the source does makes it throw: every attempt ends as a visit row, one that could not be
   * stored too. One that we break off ourselves by stopping leaves none: the source is due again at once.
   */
  async visit(job: VisitJob): Promise<Ended> {
    const begun = await beginVisit(this.db.manager, job);
    if (!begun) return { newItems: 0, hostWaits: false };
    const turns = new VisitTurns(this.db.manager, begun.turn);
    const { hostGapSeconds } = this.settings.policy.collection;
    try {
      const findings = await this.find(begun, turns);
      if (findings) return await this.keeper.keep(begun, turns.afterUse(hostGapSeconds), findings);
      return await this.withdraw(begun, turns, null);
    } catch (error) {
      if (error instanceof HostBusy) return this.withdraw(begun, turns, error.host);
      throw error;
    }
  }

  /** Visits a source now, due or not, without waiting for its host: for trials and measuring. @returns how many articles were new */
  async visitNow(sourceId: string): Promise<number> {
    const job = await claimOutOfTurn(this.db.manager, sourceId);
    return job ? (await this.visit(job)).newItems : 0;
  }

  /** @returns null when what it found is of our own stopping */
  private async find({ source, startedAt }: BegunVisit, turns: VisitTurns): Promise<Findings | null> {
    const { etag, lastModified } = source;
    const admit = (host: string) => turns.admit(host);
    const fetched = await this.fetcher.fetch({ ...this.addresses.of(source), etag, lastModified, admit });
    if (this.fetcher.isClosed) return null;
    const findings = await findingsOf(source, fetched, this.reader, startedAt);
    return this.fetcher.isClosed && !findings.ok ? null : findings;
  }

  /** @param host where the source has to wait for its turn */
  private async withdraw({ source, claimedAt }: BegunVisit, turns: VisitTurns, host: string | null): Promise<Ended> {
    const resting = turns.afterUse(this.settings.policy.collection.hostGapSeconds);
    await withdrawVisit(this.db.manager, { sourceId: source.id, claimedAt, turns: resting, host });
    return { newItems: 0, hostWaits: true };
  }
}
