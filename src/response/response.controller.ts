import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import type { Person } from '../contract/session.js';
import { ZodPipe } from '../access/zod-pipe.js';
import {
  assign,
  endFollowUp,
  recordPressConference,
  type RecordPressConference,
  recordStatement,
  type RecordStatement,
} from '../contract/incident.js';
import { decideOwnRelease, type DecideOwnRelease } from '../contract/own-release.js';
import type { StatedEvidence } from '../incidents/evidence-instant.js';
import { IncidentReader } from '../incidents/incident-reader.js';
import { IncidentMoves } from '../incidents/moves.js';
import { Settings } from '../settings/settings.js';
import { decideOwnReleaseMove } from './own/decide-own.js';
import { endFollowUpMove } from './end-follow-up.js';
import { disposedAssignMove } from './disposed-assign.js';
import { evidenceMove } from './record-evidence.js';

@Controller('incidents/:id')
export class ResponseController {
  constructor(
    private readonly moves: IncidentMoves,
    private readonly reader: IncidentReader,
    private readonly settings: Settings,
  ) {}

  @Post('assign')
  @HttpCode(200)
  @Allow('incident.assign')
  async assign(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(assign)) wish: z.infer<typeof assign>,
  ) {
    await this.moves.carryOut(id, person, wish.version, disposedAssignMove(this.settings, wish));
    return this.reader.view(person, id);
  }

  @Post('statements')
  @Allow('evidence.record')
  statement(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(recordStatement)) wish: RecordStatement,
  ) {
    const { channel, url, title, publishedAt } = wish;
    const at = new Date(publishedAt);
    return this.record(person, id, { form: 'statement', at, channel, url, title: title ?? null, place: null });
  }

  @Post('press-conferences')
  @Allow('evidence.record')
  pressConference(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(recordPressConference)) wish: RecordPressConference,
  ) {
    const { startedAt, place, url } = wish;
    const at = new Date(startedAt);
    return this.record(person, id, {
      form: 'press_conference',
      at,
      channel: null,
      url: url ?? null,
      title: null,
      place,
    });
  }

  @Post('follow-up/end')
  @HttpCode(200)
  @Allow('incident.end_follow_up')
  async endFollowUp(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(endFollowUp)) wish: z.infer<typeof endFollowUp>,
  ) {
    await this.moves.carryOut(id, person, wish.version, endFollowUpMove(wish.reason));
    return this.reader.view(person, id);
  }

  @Post('own-releases')
  @HttpCode(200)
  @Allow('evidence.own_release')
  async ownRelease(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(decideOwnRelease)) wish: DecideOwnRelease,
  ) {
    await this.moves.carryOut(id, person, undefined, decideOwnReleaseMove(this.settings.policy, wish));
    return this.reader.view(person, id);
  }

  private async record(person: Person, id: string, stated: StatedEvidence) {
    await this.moves.carryOut(id, person, undefined, evidenceMove(this.settings.policy, stated));
    return this.reader.view(person, id);
  }
}
