import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import type { Person } from '../../contract/session.js';
import { newWall, type NewWall, type WallView, type WallWithToken } from '../../contract/wall.js';
import { Walls } from './walls.service.js';

@Controller('walls')
export class WallsController {
  constructor(private readonly walls: Walls) {}

  @Get()
  @Allow('wall.manage')
  async list(): Promise<{ items: WallView[] }> {
    return { items: await this.walls.list() };
  }

  @Post()
  @Allow('wall.manage')
  make(@Body(new ZodPipe(newWall)) wanted: NewWall, @CurrentPerson() by: Person): Promise<WallWithToken> {
    return this.walls.make(wanted, by);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('wall.manage')
  revoke(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() by: Person): Promise<WallView> {
    return this.walls.revoke(id, by);
  }
}
