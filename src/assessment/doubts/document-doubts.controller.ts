import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import {
  answerDoubt,
  type AnswerDoubt,
  type DocumentDoubt,
  documentDoubtQuery,
} from '../../contract/document-doubt.js';
import type { Person } from '../../contract/session.js';
import { DocumentDoubts } from './document-doubts.js';

/** 建议进一步解读: what the drafter is asked, and answers. */
@Controller('document-doubts')
export class DocumentDoubtsController {
  constructor(private readonly doubts: DocumentDoubts) {}

  @Get()
  @Allow('document.read')
  async list(
    @CurrentPerson() person: Person,
    @Query(new ZodPipe(documentDoubtQuery)) { status }: z.infer<typeof documentDoubtQuery>,
  ): Promise<{ items: DocumentDoubt[] }> {
    return { items: await this.doubts.list(person, status === 'open') };
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('document.answer')
  answer(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(answerDoubt)) wish: AnswerDoubt,
  ): Promise<DocumentDoubt> {
    return this.doubts.answer(person, id, wish);
  }
}
