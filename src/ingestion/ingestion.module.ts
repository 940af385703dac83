import { Module } from '@nestjs/common';
import { EvidenceModule } from './evidence.module.js';
import { IntakesModule } from './intakes/intakes.module.js';
import { ManualReportsController } from './manual-reports.controller.js';
import { ManualReports } from './manual-reports.service.js';
import { SourcesModule } from './sources/sources.module.js';

/** Every way in as people meet it over HTTP: sources, monitoring services, reports by hand; and what was received, as it came. */
@Module({
  imports: [SourcesModule, IntakesModule, EvidenceModule],
  controllers: [ManualReportsController],
  providers: [ManualReports],
  exports: [SourcesModule],
})
export class IngestionModule {}
