import type { EntityManager } from 'typeorm';
import { HostBusy } from '../fetching/fetch-outcome.js';
import { VISIT_SECONDS } from './begin-visit.js';
import { type HostTurn, type RestingTurn, takeTurn } from './host-turns.js';

/** The turns one visit holds: its source's host, and those it is led to. */
export class VisitTurns {
  private readonly held: HostTurn[];
  private readonly used = new Set<string>();

  constructor(
    private readonly db: EntityManager,
    first: HostTurn,
  ) {
    this.held = [first];
  }

  /** Before each request. @throws HostBusy when somebody else is at the host, or it rests */
  async admit(host: string): Promise<void> {
    if (!this.held.some((turn) => turn.host === host)) {
      const turn = await takeTurn(this.db, host, VISIT_SECONDS);
      if (!turn) throw new HostBusy(host);
      this.held.push(turn);
    }
    this.used.add(host);
  }

  /** The turns as they are given back: a host that was not called need not rest. */
  afterUse(hostGapSeconds: number): RestingTurn[] {
    return this.held.map((turn) => ({ ...turn, gap: this.used.has(turn.host) ? hostGapSeconds : 0 }));
  }
}
