import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import {
  changeDocument,
  type ChangeDocument,
  type DocumentPage,
  type DocumentView,
  newDocument,
  type NewDocument,
} from '../../contract/document.js';
import type { Person } from '../../contract/session.js';
import { DocumentsService } from './documents.service.js';

/** 政策文件: 谁起草谁解读. */
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get()
  @Allow('document.read')
  list(): Promise<DocumentPage> {
    return this.documents.list();
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
