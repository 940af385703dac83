import { Processor, WorkerHost } from '@nestjs/bullmq';
import { QUEUES } from '../queues/queues.js';
import { JudgingService } from './judging.service.js';

/** A nudge that there may be unjudged articles. */
@Processor(QUEUES.judging)
export class JudgingProcessor extends WorkerHost {
  constructor(private readonly judging: JudgingService) {
    super();
  }

  override process(): Promise<number> {
    return this.judging.judgeAll();
  }
}
