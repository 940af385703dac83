import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import {
  changeDocument,
  type ChangeDocument,
  documentFilter,
  type DocumentFilter,
  type DocumentPage,
  documentQuery,
  type DocumentQuery,
  type DocumentView,
  newDocument,
  type NewDocument,
} from '../../contract/document.js';
import type { Person } from '../../contract/session.js';
import { DocumentsExport } from './documents-export.js';
import { DocumentsService } from './documents.service.js';

/** 政策文件: 谁起草谁解读. */
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly exports: DocumentsExport,
  ) {}

  @Get()
  @Allow('document.read')
  list(@Query(new ZodPipe(documentQuery)) query: DocumentQuery): Promise<DocumentPage> {
    return this.documents.page(query);
  }

  @Post('exports')
  @HttpCode(200)
  @Allow('document.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="huiying-documents.csv"')
  export(@CurrentPerson() person: Person, @Body(new ZodPipe(documentFilter)) filter: DocumentFilter): Promise<string> {
    return this.exports.csv(person.id, filter);
  }

  @Post()
  @Allow('document.edit')
  add(@Body(new ZodPipe(newDocument)) wanted: NewDocument, @CurrentPerson() by: Person): Promise<DocumentView> {
    return this.documents.add(wanted, by);
  }

  @Patch(':id')
  @Allow('document.edit')
  change(
    @Param('id') id: string,
    @Body(new ZodPipe(changeDocument)) wish: ChangeDocument,
    @CurrentPerson() by: Person,
  ): Promise<DocumentView> {
    return this.documents.change(id, wish, by);
  }
}
