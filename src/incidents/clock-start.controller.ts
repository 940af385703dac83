import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { correctStart, type CorrectStart, decideRequest, type DecideRequest } from '../contract/clock-start.js';
import type { Person } from '../contract/session.js';
import { Settings } from '../settings/settings.js';
import { carryOutLaterStart, correctStartMove, neverEdited, refusedEdit } from './correct-start.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentMoves } from './moves.js';
import { decideMove } from './second-person.js';

/** What a clock starts from, and what needs two persons. */
@Controller('incidents')
export class ClockStartController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly moves: IncidentMoves,
    private readonly settings: Settings,
  ) {}

  @Post(':id/clock-start')
  @HttpCode(200)
  @Allow('incident.correct_start')
  async correct(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(correctStart)) wish: CorrectStart,
  ) {
    if (wish.dueAt !== undefined) {
      await this.moves.carryOut(id, person, undefined, refusedEdit(wish.dueAt));
      throw neverEdited();
    }
    await this.moves.carryOut(id, person, wish.version, correctStartMove(this.settings.policy, wish));
    return this.reader.view(person, id);
  }

  @Post(':id/second-person')
  @HttpCode(200)
  @Allow('incident.second_person')
  async decide(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(decideRequest)) wish: DecideRequest,
  ) {
    const carrying = { clock_start: carryOutLaterStart(this.settings.policy) };
    await this.moves.carryOut(id, person, undefined, decideMove(carrying, wish));
    return this.reader.view(person, id);
  }
}
