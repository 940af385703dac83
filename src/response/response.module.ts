import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { Attachments } from './attachments/attachments.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { ChecklistController } from './checklist.controller.js';
import { Editors } from './editors.js';
import { EvidenceController } from './evidence.controller.js';
import { InboxController } from './inbox.controller.js';
import { CasePapers } from './papers-of-case.js';
import { RecordsController } from './records.controller.js';
import { ResponseController } from './response.controller.js';
import { SecondPersonController } from './second-person.controller.js';
import { WorkspaceReader } from './workspace-reader.js';

@Module({
  imports: [IncidentsModule],
  controllers: [
    ChecklistController,
    ResponseController,
    EvidenceController,
    RecordsController,
    AttachmentsController,
    InboxController,
    SecondPersonController,
  ],
  providers: [WorkspaceReader, CasePapers, Editors, Attachments],
})
export class ResponseModule {}
