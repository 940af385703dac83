import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { type ArchivedArticle, type ArchivePage, archiveQuery, type ArchiveQuery } from '../contract/archive.js';
import type { Person } from '../contract/session.js';
import { ArchiveReader } from './archive-reader.js';

/** 资料库: every article that was ever stored and is still kept. */
@Controller('articles')
export class ArchiveController {
  constructor(private readonly reader: ArchiveReader) {}

  @Get()
  @Allow('archive.read')
  page(@CurrentPerson() person: Person, @Query(new ZodPipe(archiveQuery)) wish: ArchiveQuery): Promise<ArchivePage> {
    return this.reader.page(person.id, wish);
  }

  @Get(':id')
  @Allow('archive.read')
  article(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string): Promise<ArchivedArticle> {
    return this.reader.article(person.id, id);
  }
}
