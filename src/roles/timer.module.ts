import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { PolicyWatchModule } from '../clocks/policy-watch.js';
import { SweepingModule } from '../escalation/escalation.module.js';
import { CampaignLoopModule } from '../reports/campaigns/campaign-reports.module.js';
import type { Settings } from '../settings/settings.js';
import { AnchoringLoopModule } from '../watch/anchoring/anchoring.module.js';
import { AuditLoopModule } from '../watch/audit/audit.module.js';
import { CanaryLoopModule } from '../watch/canary/canary.module.js';
import { DailyCheckLoopModule } from '../watch/daily/daily.module.js';
import { groundModules } from './ground.js';

/** The sweeper, and who looks after the self-check. Any number of timers may run beside each other. */
@Module({})
export class TimerModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: TimerModule,
      imports: [
        ...groundModules(settings),
        PolicyWatchModule,
        ScheduleModule.forRoot(),
        SweepingModule,
        CanaryLoopModule,
        DailyCheckLoopModule,
        CampaignLoopModule,
        AnchoringLoopModule,
        AuditLoopModule,
      ],
    };
  }
}
