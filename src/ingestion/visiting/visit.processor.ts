import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { PatientWorker, RECOVERY } from '../../queues/patient-worker.js';
import { QUEUES, type VisitJob } from '../../queues/queues.js';
import { AT_ONCE, VisitSlots } from './visit-slots.js';

/** One job is one visit of one source. */
@Processor(QUEUES.visits, { concurrency: AT_ONCE, ...RECOVERY })
export class VisitProcessor extends PatientWorker {
  constructor(private readonly slots: VisitSlots) {
    super();
  }

  override process(job: Job<VisitJob>): Promise<number> {
    return this.slots.visit(job.data);
  }
}
