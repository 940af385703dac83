import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { INERT_HEADERS } from '../../access/inert.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type AttachmentQuery, attachmentQuery } from '../../contract/attachment.js';
import { EVIDENCE_HEADERS } from '../../contract/evidence.js';
import type { Person } from '../../contract/session.js';
import { FILE_TYPES } from '../../domain/attachments/file-type.js';
import { Attachments } from './attachments.js';

@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  @Get('incidents/:id/attachments')
  @Allow('board.read')
  list(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string) {
    return this.attachments.list(person, id);
  }

  @Post('incidents/:id/attachments')
  @Allow('record.answer')
  add(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Query(new ZodPipe(attachmentQuery)) query: AttachmentQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.attachments.add(person, id, query, { request, response });
  }

  @Get('attachments/:id')
  @Allow('board.read')
  async download(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { name, type, sha256, body } = await this.attachments.download(person, id);
    const { media, endings } = FILE_TYPES[type];
    const plain = `attachment-${sha256.slice(0, 16)}.${endings[0]}`;
    const full = encodeURIComponent(name).replace(/['()*!]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
    response.set({
      ...INERT_HEADERS,
      'content-type': media,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
      [EVIDENCE_HEADERS.sha256]: sha256,
    });
    return new StreamableFile(body);
  }
}
