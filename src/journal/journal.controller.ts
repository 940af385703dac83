import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import * as journal from '../contract/journal.js';
import { journalQuery } from '../contract/queries.js';
import type { Person } from '../contract/session.js';
import { JournalChecks } from './checks/journal-checks.js';
import { JournalExport } from './exports/journal-export.js';
import { JournalReader } from './journal-reader.js';
import { JournalService } from './journal.service.js';

@Controller('journal')
export class JournalController {
  constructor(
    private readonly journal: JournalService,
    private readonly reader: JournalReader,
    private readonly exports: JournalExport,
    private readonly checks: JournalChecks,
  ) {}

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

  @Get('rows')
  @Allow('journal.read')
  rows(
    @CurrentPerson() person: Person,
    @Query(new ZodPipe(journal.journalRowsQuery)) query: journal.JournalRowsQuery,
  ): Promise<journal.JournalRowPage> {
    return this.reader.page(person.id, query);
  }

  @Get('facets')
  @Allow('journal.read')
  facets(): Promise<journal.JournalFacets> {
    return this.reader.facets();
  }

  @Post('exports')
  @HttpCode(200)
  @Allow('journal.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="huiying-journal.csv"')
  export(
    @CurrentPerson() person: Person,
    @Body(new ZodPipe(journal.journalExportFilter)) filter: journal.JournalFilter,
  ): Promise<string> {
    return this.exports.csv(person.id, filter);
  }

  @Get('standing')
  @Allow('journal.read')
  standing(): Promise<journal.JournalStanding> {
    return this.checks.standing();
  }

  @Post('checks')
  @HttpCode(202)
  @Allow('journal.read')
  check(
    @CurrentPerson() person: Person,
    @Body(new ZodPipe(journal.askCheck)) asked: journal.AskCheck,
  ): Promise<journal.JournalCheck> {
    return this.checks.ask(person.id, asked);
  }
}
