import { Module } from '@nestjs/common';
import { OpmlController } from '../opml/opml.controller.js';
import { OpmlFiles } from '../opml/opml-files.js';
import { ReadingModule } from '../reading.module.js';
import { DeclaredSources } from './declared-sources.js';
import { SourceChanges } from './source-changes.js';
import { SourcePauses } from './source-pauses.js';
import { SourceTrialsController } from './source-trials.controller.js';
import { SourceTrials } from './source-trials.js';
import { SourcesController } from './sources.controller.js';
import { SourcesExport } from './sources-export.js';
import { SourcesService } from './sources.service.js';
import { TrialAllowance } from './trial-allowance.js';

/** The sources that are visited: declared in the file, added by people, or taken from a list. */
@Module({
  imports: [ReadingModule],
  controllers: [SourcesController, SourceTrialsController, OpmlController],
  providers: [
    DeclaredSources,
    SourcesService,
    SourcesExport,
    SourceChanges,
    SourcePauses,
    SourceTrials,
    TrialAllowance,
    OpmlFiles,
  ],
  exports: [DeclaredSources],
})
export class SourcesModule {}
