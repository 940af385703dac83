import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import {
  type ArchivedArticle,
  archiveFilter,
  type ArchiveFilter,
  type ArchivePage,
  archiveQuery,
  type ArchiveQuery,
} from '../contract/archive.js';
import type { Person } from '../contract/session.js';
import { ArchiveExport } from './archive-export.js';
import { ArchiveReader } from './archive-reader.js';

/** 资料库: every article that was ever stored and is still kept. */
@Controller('articles')
export class ArchiveController {
  constructor(
    private readonly reader: ArchiveReader,
    private readonly exports: ArchiveExport,
  ) {}

  @Get()
  @Allow('archive.read')
  page(@CurrentPerson() person: Person, @Query(new ZodPipe(archiveQuery)) wish: ArchiveQuery): Promise<ArchivePage> {
    return this.reader.page(person.id, wish);
  }

  @Post('exports')
  @HttpCode(200)
  @Allow('archive.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="huiying-articles.csv"')
  export(@CurrentPerson() person: Person, @Body(new ZodPipe(archiveFilter)) filter: ArchiveFilter): Promise<string> {
    return this.exports.csv(person.id, filter);
  }

  @Get(':id')
  @Allow('archive.read')
  article(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string): Promise<ArchivedArticle> {
    return this.reader.article(person.id, id);
  }
}
