import { Processor } from '@nestjs/bullmq';
import { PatientWorker, RECOVERY } from '../queues/patient-worker.js';
import { QUEUES } from '../queues/queues.js';
import { JudgingService } from './judging.service.js';

/** A nudge that there may be unjudged articles. */
@Processor(QUEUES.judging, RECOVERY)
export class JudgingProcessor extends PatientWorker {
  constructor(private readonly judging: JudgingService) {
    super();
  }

  override process(): Promise<number> {
    return this.judging.judgeAll();
  }
}
