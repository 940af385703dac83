import { Module } from '@nestjs/common';
import { DeclaredSources } from './declared-sources.js';
import { ManualReportsController } from './manual-reports.controller.js';
import { ManualReports } from './manual-reports.service.js';
import { SourcesController } from './sources.controller.js';
import { SourcesService } from './sources.service.js';

/** Sources and reports by hand, as people meet them over HTTP. */
@Module({
  controllers: [SourcesController, ManualReportsController],
  providers: [DeclaredSources, SourcesService, ManualReports],
  exports: [DeclaredSources],
})
export class IngestionModule {}
