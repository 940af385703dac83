import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { journalQuery } from '../contract/queries.js';
import { JournalService } from './journal.service.js';

@Controller('journal')
export class JournalController {
  constructor(private readonly journal: JournalService) {}

  /** Rows after a position, oldest first; `next` is the position to ask from again, null at the end. */
  @Get()
  @Allow('journal.read')
  async read(@Query(new ZodPipe(journalQuery)) { after, limit }: z.infer<typeof journalQuery>) {
    const items = await this.journal.after(after, limit);
    return { items, next: items.length === limit ? (items.at(-1)?.seq ?? null) : null };
  }
}
