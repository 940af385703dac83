import { Body, Controller, HttpCode, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import {
  handOverCase,
  type HandOverCase,
  returnCase,
  type ReturnCase,
  takeCase,
  type TakeCase,
} from '../contract/inbox.js';
import type { Person } from '../contract/session.js';
import { handOverMove, hasReturned, returnMove } from '../incidents/bureau-moves.js';
import { IncidentReader } from '../incidents/incident-reader.js';
import { IncidentMoves } from '../incidents/moves.js';
import { Settings } from '../settings/settings.js';
import { takeMove } from './take-case.js';

/** What a bureau does with what it was assigned. */
@Controller('incidents/:id')
export class InboxController {
  constructor(
    private readonly db: DataSource,
    private readonly reader: IncidentReader,
    private readonly moves: IncidentMoves,
    private readonly settings: Settings,
  ) {}

  @Post('take')
  @HttpCode(200)
  @Allow('incident.acknowledge')
  async take(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(takeCase)) { version, ...wish }: TakeCase,
  ) {
    await this.moves.carryOut(id, person, version, takeMove(this.settings, wish));
    return this.reader.view(person, id);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Allow('incident.hand_over')
  async handOver(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(handOverCase)) { version, ...wish }: HandOverCase,
  ) {
    await this.moves.carryOut(id, person, version, handOverMove(wish));
    return this.reader.view(person, id);
  }

  /** The bureau sees it no more once it is sent back: a second tap finds it gone, and that is what was wished. */
  @Post('return')
  @HttpCode(204)
  @Allow('incident.return')
  async sendBack(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(returnCase)) { reason }: ReturnCase,
  ): Promise<void> {
    try {
      await this.moves.carryOut(id, person, undefined, returnMove(this.settings.policy, reason));
    } catch (error) {
      const gone = error instanceof NotFoundException && (await hasReturned(this.db.manager, person, id));
      if (!gone) throw error;
    }
  }
}
