import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import type { Person } from '../contract/session.js';
import { journalQuery } from '../contract/queries.js';
import { JournalService } from './journal.service.js';

@Controller('journal')
export class JournalController {
  constructor(private readonly journal: JournalService) {}

  /**
   * Rows after a position, oldest first; `next` is the position to ask from again, null at the end. Rows of matters that
   * are restricted to others keep their place and their time, and say nothing.
   */
  @Get()
  @Allow('journal.read')
  async read(
    @CurrentPerson() person: Person,
    @Query(new ZodPipe(journalQuery)) { after, limit }: z.infer<typeof journalQuery>,
  ) {
    const items = await this.journal.readableBy(person.id, after, limit);
    return { items, next: items.length === limit ? (items.at(-1)?.seq ?? null) : null };
  }
}
