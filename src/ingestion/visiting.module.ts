import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues/queues.module.js';
import { DirectVisits } from './direct-visits.js';
import { EvidenceKeeper } from './evidence.js';
import { IngestionModule } from './ingestion.module.js';
import { ReadingModule } from './reading.module.js';
import { VisitProcessor } from './visit.processor.js';
import { VisitScheduler } from './visit-scheduler.js';
import { VisitService } from './visit.service.js';

/** One visit, without anything that starts visits: what tests and the worker share. */
@Module({ imports: [ReadingModule], providers: [VisitService], exports: [VisitService] })
export class VisitModule {}

/** Alive only in worker processes. */
@Module({
  imports: [IngestionModule, VisitModule, QueuesModule],
  providers: [VisitProcessor, VisitScheduler, DirectVisits, EvidenceKeeper],
})
export class VisitingModule {}
