import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { Editors } from './editors.js';
import { RecordsController } from './records.controller.js';
import { ResponseController } from './response.controller.js';
import { WorkspaceReader } from './workspace-reader.js';

@Module({
  imports: [IncidentsModule],
  controllers: [ResponseController, RecordsController],
  providers: [WorkspaceReader, Editors],
})
export class ResponseModule {}
