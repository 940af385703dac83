import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { FirstReadingModule } from '../assessment/first-reading.module.js';
import { PolicyWatchModule } from '../clocks/policy-watch.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { VisitingModule } from '../ingestion/visiting/visiting.module.js';
import { JudgingWorkModule } from '../judging/judging.module.js';
import { DocumentWatchModule } from '../notices/doubts/document-watch.module.js';
import { DispatchingModule } from '../notices/notices.module.js';
import { EarlyReceiptsModule } from '../notices/told/early-receipts.module.js';
import { IndexingModule } from '../search/search.module.js';
import { LinkCheckModule } from '../response/links/link-checks.module.js';
import { OwnReleaseWatchModule } from '../response/own/own-releases.module.js';
import { PersonalDataLoopModule } from '../response/personal/personal-data.module.js';
import type { Settings } from '../settings/settings.js';
import { AuditLoopModule } from '../watch/audit/audit.module.js';
import { CanaryFeedModule } from '../watch/canary/canary-feed.module.js';
import { groundModules } from './ground.js';

/** Feed visits, judging, deliveries: the only place where queues are worked. */
@Module({})
export class WorkerModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ...groundModules(settings),
        PolicyWatchModule,
        ScheduleModule.forRoot(),
        FirstReadingModule,
        IncidentsModule,
        VisitingModule,
        JudgingWorkModule,
        OwnReleaseWatchModule,
        LinkCheckModule,
        PersonalDataLoopModule,
        IndexingModule,
        DocumentWatchModule,
        DispatchingModule,
        EarlyReceiptsModule,
        CanaryFeedModule,
        AuditLoopModule,
      ],
    };
  }
}
