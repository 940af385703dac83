import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CurrentPerson, SignedIn } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type SavedView, type SaveView, saveView } from '../../contract/saved-view.js';
import type { Person } from '../../contract/session.js';
import { SavedViewsService } from './saved-views.service.js';

@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @SignedIn()
  async list(@CurrentPerson() person: Person): Promise<{ items: SavedView[] }> {
    return { items: await this.views.of(person.id) };
  }

  @Post()
  @SignedIn()
  async save(
    @CurrentPerson() person: Person,
    @Body(new ZodPipe(saveView)) wish: SaveView,
  ): Promise<{ items: SavedView[] }> {
    return { items: await this.views.save(person.id, wish) };
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  remove(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.views.remove(person.id, id);
  }
}
