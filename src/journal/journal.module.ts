import { Global, Module } from '@nestjs/common';
import { AnchorReader } from './anchors/anchor-reader.js';
import { AnchorsController } from './anchors/anchors.controller.js';
import { JournalChecks } from './checks/journal-checks.js';
import { JournalExport } from './exports/journal-export.js';
import { JournalController } from './journal.controller.js';
import { JournalReader } from './journal-reader.js';
import { JournalService } from './journal.service.js';

@Global()
@Module({
  controllers: [JournalController, AnchorsController],
  providers: [JournalService, JournalReader, JournalExport, JournalChecks, AnchorReader],
  exports: [JournalService],
})
export class JournalModule {}
