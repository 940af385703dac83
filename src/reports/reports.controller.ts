import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { periodQuery } from '../contract/queries.js';
import type { ResponseTimes } from '../contract/response-times.js';
import { ResponseTimesService } from './response-times.service.js';

@Controller('reports')
export class ReportsController {
  constructor(private readonly responseTimes: ResponseTimesService) {}

  /** Without bounds: every duty there has been. */
  @Get('response-times')
  @Allow('report.response_times')
  read(@Query(new ZodPipe(periodQuery)) { from, to }: z.infer<typeof periodQuery>): Promise<ResponseTimes> {
    return this.responseTimes.report(new Date(from ?? '1970-01-01T00:00:00Z'), new Date(to ?? '9999-01-01T00:00:00Z'));
  }
}
