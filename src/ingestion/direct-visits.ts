import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { VisitService } from './visit.service.js';

const AT_ONCE = 20;

/** Visits made by this process itself while the queue is away: a few at a time, each source once. */
@Injectable()
export class DirectVisits implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(DirectVisits.name);
  private readonly waiting = new Set<string>();
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(private readonly visits: VisitService) {}

  /** Takes the sources on and returns at once; one that waits or is being visited is not taken twice. */
  take(sourceIds: string[]): void {
    for (const id of sourceIds) if (!this.underWay.has(id)) this.waiting.add(id);
    this.fill();
  }

  /** What waits is due again when its claim has run out. */
  onModuleDestroy(): void {
    this.waiting.clear();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  private fill(): void {
    for (const id of this.waiting) {
      if (this.underWay.size >= AT_ONCE) return;
      this.waiting.delete(id);
      this.underWay.set(id, this.visit(id));
    }
  }

  private async visit(id: string): Promise<void> {
    try {
      await this.visits.visit(id);
    } catch (error) {
      this.logger.warn(`采集 ${id} 未完成,稍后再试 · visit not finished, again later: ${String(error)}`);
    } finally {
      this.underWay.delete(id);
      this.fill();
    }
  }
}
