import { join } from 'node:path';
import { Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { QueuesModule } from '../queues/queues.module.js';
import { Settings } from '../settings/settings.js';
import { DirectVisits } from './direct-visits.js';
import { EvidenceKeeper } from './evidence.js';
import { FeedFetcher } from './fetching/fetch-feed.js';
import { IngestionModule } from './ingestion.module.js';
import { askInThread } from './feeds/second-opinion.js';
import { VisitProcessor } from './visit.processor.js';
import { VisitScheduler } from './visit-scheduler.js';
import { SECOND_OPINION, VisitService } from './visit.service.js';

/** The built thread; where it is missing (tests on the sources) there is no second opinion. */
const THREAD = 'dist/src/ingestion/feeds/second-opinion.worker.js';

/** One visit, without anything that starts visits: what tests and the worker share. */
@Module({
  providers: [
    VisitService,
    { provide: FeedFetcher, useFactory: () => new FeedFetcher() },
    {
      provide: SECOND_OPINION,
      inject: [Settings],
      useFactory: ({ root }: Settings) => askInThread(join(root, THREAD)),
    },
  ],
  exports: [VisitService],
})
export class VisitModule implements OnModuleDestroy {
  constructor(@Inject(FeedFetcher) private readonly fetcher: FeedFetcher) {}

  onModuleDestroy(): Promise<void> {
    return this.fetcher.close();
  }
}

/** Alive only in worker processes. */
@Module({
  imports: [IngestionModule, VisitModule, QueuesModule],
  providers: [VisitProcessor, VisitScheduler, DirectVisits, EvidenceKeeper],
})
export class VisitingModule {}
