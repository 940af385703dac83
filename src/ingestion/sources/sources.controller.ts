import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import type { Person } from '../../contract/session.js';
import {
  changeSource,
  type ChangeSource,
  newSource,
  type NewSource,
  pauseSource,
  sourceFilter,
  type SourceFilter,
  sourceQuery,
  type SourceQuery,
  type SourceView,
} from '../../contract/source.js';
import { SourceChanges } from './source-changes.js';
import { SourcePauses } from './source-pauses.js';
import { SourcesExport } from './sources-export.js';
import { SourcesService } from './sources.service.js';

/** What is read, and how reading it goes. */
@Controller('sources')
export class SourcesController {
  constructor(
    private readonly sources: SourcesService,
    private readonly changes: SourceChanges,
    private readonly pauses: SourcePauses,
    private readonly exports: SourcesExport,
  ) {}

  @Get()
  @Allow('source.read')
  list(@Query(new ZodPipe(sourceQuery)) query: SourceQuery) {
    return this.sources.page(query);
  }

  @Post('exports')
  @HttpCode(200)
  @Allow('source.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="huiying-sources.csv"')
  export(@CurrentPerson() person: Person, @Body(new ZodPipe(sourceFilter)) filter: SourceFilter): Promise<string> {
    return this.exports.csv(person.id, filter);
  }

  @Post()
  @Allow('source.write')
  add(@Body(new ZodPipe(newSource)) wanted: NewSource, @CurrentPerson() by: Person): Promise<SourceView> {
    return this.sources.add(wanted, by);
  }

  @Patch(':id')
  @Allow('source.write')
  change(
    @Param('id') id: string,
    @Body(new ZodPipe(changeSource)) wish: ChangeSource,
    @CurrentPerson() by: Person,
  ): Promise<SourceView> {
    return this.changes.change(id, wish, by);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Allow('source.write')
  pause(
    @Param('id') id: string,
    @Body(new ZodPipe(pauseSource)) { reason }: { reason: string },
    @CurrentPerson() by: Person,
  ): Promise<SourceView> {
    return this.pauses.pause(id, reason, by);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Allow('source.write')
  resume(@Param('id') id: string, @CurrentPerson() by: Person): Promise<SourceView> {
    return this.pauses.resume(id, by);
  }

  @Post(':id/visit')
  @HttpCode(200)
  @Allow('source.write')
  visitNow(@Param('id') id: string): Promise<SourceView> {
    return this.pauses.visitNow(id);
  }
}
