import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import type { Person } from '../contract/session.js';
import { type ManualReport, manualReport } from '../contract/source.js';
import { ManualReports } from './manual-reports.service.js';

/** Accepted, not yet judged: what comes of a report is seen on the board. */
@Controller('reports')
export class ManualReportsController {
  constructor(private readonly reports: ManualReports) {}

  @Post()
  @HttpCode(202)
  @Allow('report.manual')
  async receive(
    @Body(new ZodPipe(manualReport)) report: ManualReport,
    @CurrentPerson() by: Person,
  ): Promise<{ articleId: string }> {
    return { articleId: await this.reports.receive(report, by) };
  }
}
