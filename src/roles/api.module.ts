import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentDoubtsModule } from '../assessment/doubts/document-doubts.module.js';
import { ExplanationModule } from '../assessment/explanation.module.js';
import { BoardModule } from '../board/board.module.js';
import { BureausModule } from '../bureaus/bureaus.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CalmModule } from '../calm/calm.module.js';
import { PolicyWatchModule } from '../clocks/policy-watch.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { ToldModule } from '../notices/told/told.module.js';
import { WaysModule } from '../notices/ways/ways.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CampaignReportsModule } from '../reports/campaigns/campaign-reports.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { PersonalDataModule } from '../response/personal/personal-data.module.js';
import { ResponseModule } from '../response/response.module.js';
import { RosterModule } from '../roster/roster.module.js';
import { SearchModule } from '../search/search.module.js';
import type { Settings } from '../settings/settings.js';
import { WatchModule } from '../watch/watch.module.js';
import { groundModules } from './ground.js';

/** HTTP, sockets and the static client. No queue is worked and nothing ticks here but the board's own tail. */
@Module({})
export class ApiModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ...groundModules(settings),
        PolicyWatchModule,
        PeopleModule,
        RosterModule,
        CampaignsModule,
        WaysModule,
        ToldModule,
        BureausModule,
        DocumentDoubtsModule,
        IngestionModule,
        IncidentsModule,
        ResponseModule,
        PersonalDataModule,
        CalmModule,
        BoardModule,
        ReportsModule,
        CampaignReportsModule,
        SearchModule,
        ExplanationModule,
        WatchModule,
      ],
    };
  }
}
