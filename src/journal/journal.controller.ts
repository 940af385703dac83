import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { JournalService } from './journal.service.js';

const query = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

@Controller('journal')
export class JournalController {
  constructor(private readonly journal: JournalService) {}

  /** Rows after a position, oldest first; `next` is the position to ask from again, null at the end. */
  @Get()
  @Allow('journal.read')
  async read(@Query(new ZodPipe(query)) { after, limit }: z.infer<typeof query>) {
    const items = await this.journal.after(after, limit);
    return { items, next: items.length === limit ? (items.at(-1)?.seq ?? null) : null };
  }
}
