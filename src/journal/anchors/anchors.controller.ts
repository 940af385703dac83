import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type AnchorPage, anchorQuery } from '../../contract/journal.js';
import { anchorFile } from './anchor.js';
import { AnchorReader } from './anchor-reader.js';

@Controller('journal/anchors')
export class AnchorsController {
  constructor(private readonly anchors: AnchorReader) {}

  @Get()
  @Allow('journal.read')
  page(@Query(new ZodPipe(anchorQuery)) query: z.infer<typeof anchorQuery>): Promise<AnchorPage> {
    return this.anchors.page(query);
  }

  /** The file byte for byte, by its day: what `verify-journal --anchor` takes. */
  @Get(':id')
  @Allow('journal.anchor')
  async file(@Param('id') day: string, @Res() response: Response): Promise<void> {
    const text = await this.anchors.text(day);
    if (text === null) throw new NotFoundException('没有这一天的存证 · there is no anchor of that day');
    response.attachment(anchorFile(day)).type('application/json').send(Buffer.from(text));
  }
}
