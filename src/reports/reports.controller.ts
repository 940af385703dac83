import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { periodQuery } from '../contract/queries.js';
import type { Person } from '../contract/session.js';
import type { ResponseTimes } from '../contract/response-times.js';
import { ResponseTimesService } from './response-times.service.js';

@Controller('reports')
export class ReportsController {
  constructor(private readonly responseTimes: ResponseTimesService) {}

  /** Without bounds: every duty there has been. */
  @Get('response-times')
  @Allow('report.response_times')
  read(
    @CurrentPerson() person: Person,
    @Query(new ZodPipe(periodQuery)) { from, to }: z.infer<typeof periodQuery>,
  ): Promise<ResponseTimes> {
    const [start, end] = [new Date(from ?? '1970-01-01T00:00:00Z'), new Date(to ?? '9999-01-01T00:00:00Z')];
    return this.responseTimes.report(person.id, start, end);
  }
}
