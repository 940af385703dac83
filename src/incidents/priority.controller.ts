import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { prioritise } from '../contract/priority.js';
import type { Person } from '../contract/session.js';
import { Settings } from '../settings/settings.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentMoves } from './moves.js';
import { prioritiseMove } from './prioritise.js';

/** 重点事项. */
@Controller('incidents')
export class PriorityController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly moves: IncidentMoves,
    private readonly settings: Settings,
  ) {}

  @Post(':id/priority')
  @HttpCode(200)
  @Allow('incident.prioritise')
  async prioritise(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(prioritise)) wish: z.infer<typeof prioritise>,
  ) {
    await this.moves.carryOut(id, person, wish.version, prioritiseMove(this.settings.policy, wish));
    return this.reader.view(person, id);
  }
}
