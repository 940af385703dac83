import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { liftRestriction, restrict } from '../contract/incident.js';
import type { Person } from '../contract/session.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentMoves } from './moves.js';
import { liftRestrictionMove, restrictMove } from './restrict-moves.js';

/** 限知: matters that only the named may see. */
@Controller('incidents')
export class RestrictionController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly moves: IncidentMoves,
  ) {}

  @Post(':id/restrict')
  @HttpCode(200)
  @Allow('incident.restrict')
  async restrict(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(restrict)) wish: z.infer<typeof restrict>,
  ) {
    await this.moves.carryOut(id, person, wish.version, restrictMove(wish));
    return this.reader.view(person, id);
  }

  @Post(':id/lift-restriction')
  @HttpCode(200)
  @Allow('incident.restrict')
  async lift(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(liftRestriction)) wish: z.infer<typeof liftRestriction>,
  ) {
    await this.moves.carryOut(id, person, wish.version, liftRestrictionMove(wish));
    return this.reader.view(person, id);
  }
}
