import { Module } from '@nestjs/common';
import { PeriodicModule } from '../../periodic/periodic.module.js';
import { CampaignDays } from './campaign-days.js';
import { CampaignLoop } from './campaign-loop.js';
import { CampaignReportsController } from './campaign-reports.controller.js';

/** What campaigns come to, without its loop: what tests and the timer share. */
@Module({ imports: [PeriodicModule], providers: [CampaignDays], exports: [CampaignDays] })
export class CampaignDaysModule {}

/** The loop, alive only in timer processes. */
@Module({ imports: [CampaignDaysModule], providers: [CampaignLoop] })
export class CampaignLoopModule {}

/** Digests and summaries over HTTP. */
@Module({ controllers: [CampaignReportsController] })
export class CampaignReportsModule {}
