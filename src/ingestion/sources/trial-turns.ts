import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { HostBusy } from '../fetching/fetch-outcome.js';
import { giveBack, type HostTurn, takeTurn } from '../visiting/host-turns.js';

/** A turn that a process took with it when it died ends after this. */
const LONGEST_SECONDS = 60;
const STEP_MS = 200;

/** The turns of one trial: it waits for a host as visits do, only not as long. */
export class TrialTurns {
  private readonly held: HostTurn[] = [];

  /** @param patienceMs how long to wait for a host that is being visited */
  constructor(
    private readonly db: EntityManager,
    private readonly patienceMs: number,
  ) {}

  /** Before each request. @throws HostBusy when the host stays busy */
  async admit(host: string): Promise<void> {
    if (this.held.some((turn) => turn.host === host)) return;
    const patience = performance.now() + this.patienceMs;
    for (;;) {
      const turn = await takeTurn(this.db, host, LONGEST_SECONDS);
      if (turn) return void this.held.push(turn);
      if (performance.now() > patience) throw new HostBusy(host);
      await pause(STEP_MS);
    }
  }

  async end(hostGapSeconds: number): Promise<void> {
    const [hosts, holders] = [this.held.map(({ host }) => host), this.held.map(({ holder }) => holder)];
    if (hosts.length === 0) return;
    await this.db.query(giveBack('$1', '$2', '$3'), [hosts, holders, hosts.map(() => hostGapSeconds)]);
  }
}
