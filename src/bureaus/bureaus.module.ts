import { Module } from '@nestjs/common';
import { BureausController } from './bureaus.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsExport } from './documents/documents-export.js';
import { DocumentsService } from './documents/documents.service.js';

@Module({ controllers: [BureausController, DocumentsController], providers: [DocumentsService, DocumentsExport] })
export class BureausModule {}
