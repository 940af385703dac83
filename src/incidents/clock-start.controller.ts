import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { clockKind } from '../contract/clock.js';
import { askWaiver, type AskWaiver, correctStart, type CorrectStart } from '../contract/clock-start.js';
import type { Person } from '../contract/session.js';
import type { ClockKind } from '../domain/clocks/policy.js';
import { Settings } from '../settings/settings.js';
import { correctStartMove, neverEdited, refusedEdit } from './correct-start.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentMoves } from './moves.js';
import { waiverMove } from './waive-clock.js';

/** What a clock starts from, and the wish to have one waived. */
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

  @Post(':id/clocks/:kind/waiver')
  @HttpCode(200)
  @Allow('incident.ask_waiver')
  async waive(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', new ZodPipe(clockKind)) kind: ClockKind,
    @Body(new ZodPipe(askWaiver)) wish: AskWaiver,
  ) {
    await this.moves.carryOut(id, person, wish.version, waiverMove(this.settings.policy, kind, wish));
    return this.reader.view(person, id);
  }
}
