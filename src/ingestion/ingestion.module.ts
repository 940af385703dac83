import { Module } from '@nestjs/common';
import { ManualReportsController } from './manual-reports.controller.js';
import { ManualReports } from './manual-reports.service.js';
import { ReadingModule } from './reading.module.js';
import { DeclaredSources } from './sources/declared-sources.js';
import { SourceChanges } from './sources/source-changes.js';
import { SourcePauses } from './sources/source-pauses.js';
import { SourcesController } from './sources/sources.controller.js';
import { SourcesService } from './sources/sources.service.js';

/** Sources and reports by hand, as people meet them over HTTP. */
@Module({
  imports: [ReadingModule],
  controllers: [SourcesController, ManualReportsController],
  providers: [DeclaredSources, SourcesService, SourceChanges, SourcePauses, ManualReports],
  exports: [DeclaredSources],
})
export class IngestionModule {}
