import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { importOpml, type ImportResult } from '../../contract/opml.js';
import type { Person } from '../../contract/session.js';
import { OpmlFiles } from './opml-files.js';

/** The sources as a file that other feed readers take and give. */
@Controller('sources/opml')
export class OpmlController {
  constructor(private readonly files: OpmlFiles) {}

  @Get()
  @Allow('source.read')
  @Header('Content-Type', 'text/x-opml; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="huiying-sources.opml"')
  export(@CurrentPerson() by: Person): Promise<string> {
    return this.files.export(by);
  }

  @Post()
  @HttpCode(200)
  @Allow('source.write')
  import(
    @Body(new ZodPipe(importOpml)) { opml }: { opml: string },
    @CurrentPerson() by: Person,
  ): Promise<ImportResult> {
    return this.files.import(opml, by);
  }
}
