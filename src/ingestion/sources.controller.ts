import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import type { Person } from '../contract/session.js';
import { newSource, type SourceView } from '../contract/source.js';
import { type NewSource, SourcesService } from './sources.service.js';

/** What is read, and how reading it goes. */
@Controller('sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  @Get()
  @Allow('source.read')
  async list(): Promise<{ items: SourceView[] }> {
    return { items: await this.sources.list() };
  }

  @Post()
  @Allow('source.write')
  add(@Body(new ZodPipe(newSource)) wanted: NewSource, @CurrentPerson() by: Person): Promise<SourceView> {
    return this.sources.add(wanted, by);
  }
}
