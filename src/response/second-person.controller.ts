import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { decideRequest, type DecideRequest } from '../contract/clock-start.js';
import type { Person } from '../contract/session.js';
import type { SecondPersonKind } from '../domain/second-person.js';
import { carryOutCorrection } from '../incidents/correct-evidence.js';
import { carryOutLaterStart } from '../incidents/correct-start.js';
import { carryOutDismissal } from '../incidents/dismiss-incident.js';
import { carryOutDowngrade } from '../incidents/grade-incident.js';
import { IncidentReader } from '../incidents/incident-reader.js';
import { carryOutLate } from '../incidents/late-evidence.js';
import { IncidentMoves } from '../incidents/moves.js';
import { type Carrying, decideMove } from '../incidents/second-person.js';
import { carryOutWaiver } from '../incidents/waive-clock.js';
import { Settings } from '../settings/settings.js';
import { withdrawnByTwo } from './change-evidence.js';

/** What needs two persons: the second one decides. */
@Controller('incidents/:id/second-person')
export class SecondPersonController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly moves: IncidentMoves,
    private readonly settings: Settings,
  ) {}

  @Post()
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
      evidence_correction: carryOutCorrection(policy),
      evidence_withdrawal: withdrawnByTwo(policy),
    };
  }
}
