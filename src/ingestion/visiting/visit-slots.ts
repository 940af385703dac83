import { Injectable } from '@nestjs/common';
import type { VisitJob } from '../../queues/queues.js';
import type { Ended } from './visit-keeper.js';
import { VisitService } from './visit.service.js';

/** Visits that one process makes at the same time: they wait for the network most of the time. */
export const AT_ONCE = 20;

/** The visits under way in this process: how many there is room for, and when one has ended. */
@Injectable()
export class VisitSlots {
  private underWay = 0;
  private heard: (ended: Ended) => void = () => undefined;

  constructor(private readonly visits: VisitService) {}

  get free(): number {
    return Math.max(0, AT_ONCE - this.underWay);
  }

  /** Calls `heard` after every visit. */
  onEnd(heard: (ended: Ended) => void): void {
    this.heard = heard;
  }

  /** @returns how many articles were new */
  async visit(job: VisitJob): Promise<number> {
    this.underWay += 1;
    let ended: Ended = { newItems: 0, hostWaits: false };
    try {
      ended = await this.visits.visit(job);
      return ended.newItems;
    } finally {
      this.underWay -= 1;
      this.heard(ended);
    }
  }
}
