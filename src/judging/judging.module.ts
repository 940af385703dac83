import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { JudgingProcessor } from './judging.processor.js';
import { JudgingService } from './judging.service.js';
import { JudgingSweep } from './judging-sweep.js';

@Module({ imports: [AssessmentModule], providers: [JudgingService], exports: [JudgingService] })
export class JudgingModule {}

/** Alive only in worker processes. */
@Module({ imports: [JudgingModule, QueuesModule], providers: [JudgingProcessor, JudgingSweep] })
export class JudgingWorkModule {}
