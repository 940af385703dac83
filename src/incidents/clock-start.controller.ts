import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { clockKind } from '../contract/clock.js';
import {
  askWaiver,
  type AskWaiver,
  correctStart,
  type CorrectStart,
  decideRequest,
  type DecideRequest,
} from '../contract/clock-start.js';
import type { Person } from '../contract/session.js';
import type { ClockKind } from '../domain/clocks/policy.js';
import type { SecondPersonKind } from '../domain/second-person.js';
import { Settings } from '../settings/settings.js';
import { carryOutLaterStart, correctStartMove, neverEdited, refusedEdit } from './correct-start.js';
import { carryOutDismissal } from './dismiss-incident.js';
import { carryOutDowngrade } from './grade-incident.js';
import { IncidentReader } from './incident-reader.js';
import { carryOutLate } from './late-evidence.js';
import { IncidentMoves } from './moves.js';
import { type Carrying, decideMove } from './second-person.js';
import { carryOutWaiver, waiverMove } from './waive-clock.js';

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

  @Post(':id/second-person')
  @HttpCode(200)
  @Allow('incident.second_person')
  async decide(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(decideRequest)) wish: DecideRequest,
  ) {
    // A dismissal lets stories go.
    await this.moves.carryOut(id, person, undefined, decideMove(this.carrying(), wish), true);
    return this.reader.view(person, id);
  }

  private carrying(): Record<SecondPersonKind, Carrying> {
    const { policy } = this.settings;
    return {
      clock_start: carryOutLaterStart(policy),
      dismissal: carryOutDismissal(this.settings),
      downgrade: carryOutDowngrade(policy),
      waiver: carryOutWaiver(policy),
      late_evidence: carryOutLate(policy),
    };
  }
}
