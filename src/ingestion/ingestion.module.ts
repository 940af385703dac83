import { Module } from '@nestjs/common';
import { ManualReportsController } from './manual-reports.controller.js';
import { ManualReports } from './manual-reports.service.js';
import { SourcesModule } from './sources/sources.module.js';

/** Every way in as people meet it over HTTP: sources and reports by hand. */
@Module({
  imports: [SourcesModule],
  controllers: [ManualReportsController],
  providers: [ManualReports],
  exports: [SourcesModule],
})
export class IngestionModule {}
