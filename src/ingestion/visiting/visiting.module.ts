import { Module } from '@nestjs/common';
import { QueuesModule } from '../../queues/queues.module.js';
import { IngestionModule } from '../ingestion.module.js';
import { ReadingModule } from '../reading.module.js';
import { RetentionKeeper } from '../retention/retention-keeper.js';
import { BuiltInAddresses } from './built-in-addresses.js';
import { ClockSetBack } from './clock-set-back.js';
import { DirectVisits } from './direct-visits.js';
import { SilenceSweep } from './silence.js';
import { VisitKeeper } from './visit-keeper.js';
import { VisitProcessor } from './visit.processor.js';
import { VisitScheduler } from './visit-scheduler.js';
import { VisitService } from './visit.service.js';
import { VisitSlots } from './visit-slots.js';

/** One visit, without anything that starts visits: what tests and the worker share. */
@Module({
  imports: [ReadingModule],
  providers: [VisitService, VisitKeeper, BuiltInAddresses],
  exports: [VisitService, BuiltInAddresses],
})
export class VisitModule {}

/** Alive only in worker processes. */
@Module({
  imports: [IngestionModule, VisitModule, QueuesModule],
  providers: [VisitSlots, VisitProcessor, VisitScheduler, DirectVisits, ClockSetBack, SilenceSweep, RetentionKeeper],
})
export class VisitingModule {}
