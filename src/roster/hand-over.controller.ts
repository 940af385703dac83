import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { type GiveHandOver, giveHandOver } from '../contract/roster.js';
import type { Person } from '../contract/session.js';
import { HandOvers } from './hand-over.js';

/** 交接班. */
@Controller('roster/hand-overs')
export class HandOverController {
  constructor(private readonly handOvers: HandOvers) {}

  @Get()
  @Allow('roster.hand_over')
  async list() {
    return { items: await this.handOvers.latest() };
  }

  @Post()
  @Allow('roster.hand_over')
  give(@Body(new ZodPipe(giveHandOver)) given: GiveHandOver, @CurrentPerson() by: Person) {
    return this.handOvers.give(by, given);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Allow('roster.hand_over')
  accept(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() by: Person) {
    return this.handOvers.accept(by, id);
  }
}
