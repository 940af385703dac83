import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { statedInstant } from '../contract/instant.js';
import type { ResponseTimes } from '../contract/response-times.js';
import { ResponseTimesService } from './response-times.service.js';

const period = z.object({ from: statedInstant.optional(), to: statedInstant.optional() });

@Controller('reports')
export class ReportsController {
  constructor(private readonly responseTimes: ResponseTimesService) {}

  /** Without bounds: every duty there has been. */
  @Get('response-times')
  @Allow('report.response_times')
  read(@Query(new ZodPipe(period)) { from, to }: z.infer<typeof period>): Promise<ResponseTimes> {
    return this.responseTimes.report(new Date(from ?? '1970-01-01T00:00:00Z'), new Date(to ?? '9999-01-01T00:00:00Z'));
  }
}
