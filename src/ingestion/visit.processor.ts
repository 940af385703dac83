import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { PatientWorker, RECOVERY } from '../queues/patient-worker.js';
import { QUEUES, type VisitJob } from '../queues/queues.js';
import { VisitService } from './visit.service.js';

/** Visits wait for the network most of the time. */
const AT_ONCE = 20;

/** One job is one visit of one source. */
@Processor(QUEUES.visits, { concurrency: AT_ONCE, ...RECOVERY })
export class VisitProcessor extends PatientWorker {
  constructor(private readonly visits: VisitService) {
    super();
  }

  override process(job: Job<VisitJob>): Promise<number> {
    return this.visits.visit(job.data.sourceId);
  }
}
