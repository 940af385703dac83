import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import type { Person } from '../contract/session.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { leave, type Leave } from '../contract/exit.js';
import {
  acknowledge,
  confirm,
  grade,
  mergeIncident,
  notSame,
  openByHand,
  type OpenByHand,
} from '../contract/incident.js';
import { Settings } from '../settings/settings.js';
import { acknowledgeMove, confirmMove } from './desk-moves.js';
import { dismissMove } from './dismiss-incident.js';
import { gradeMove } from './grade-incident.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentMerging } from './merge-incidents.js';
import { IncidentParting } from './part-incidents.js';
import { IncidentMoves, type Move } from './moves.js';
import { HandOpening } from './open-by-hand.js';

@Controller('incidents')
export class IncidentsController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly moves: IncidentMoves,
    private readonly opening: HandOpening,
    private readonly settings: Settings,
    private readonly merging: IncidentMerging,
    private readonly parting: IncidentParting,
  ) {}

  @Get(':id')
  @Allow('board.read')
  view(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string) {
    return this.reader.view(person, id);
  }

  @Post()
  @Allow('incident.open')
  async open(@CurrentPerson() person: Person, @Body(new ZodPipe(openByHand)) wish: OpenByHand) {
    return this.reader.view(person, await this.opening.byHand(person, wish));
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Allow('incident.acknowledge')
  acknowledge(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(acknowledge)) wish: z.infer<typeof acknowledge>,
  ) {
    return this.carryOut(person, id, wish.version, acknowledgeMove(this.settings.policy, wish.note));
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('incident.confirm')
  confirm(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(confirm)) wish: z.infer<typeof confirm>,
  ) {
    return this.carryOut(person, id, wish.version, confirmMove(this.settings.policy, wish.note));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Allow('incident.dismiss')
  dismiss(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(leave)) wish: Leave,
  ) {
    return this.carryOut(person, id, wish.version, dismissMove(this.settings, wish), true);
  }

  @Post(':id/grade')
  @HttpCode(200)
  @Allow('incident.grade')
  grade(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(grade)) wish: z.infer<typeof grade>,
  ) {
    return this.carryOut(person, id, wish.version, gradeMove(this.settings.policy, wish));
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Allow('story.group')
  async merge(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(mergeIncident)) wish: z.infer<typeof mergeIncident>,
  ) {
    return this.reader.view(person, await this.merging.merge(person, id, wish));
  }

  @Post(':id/not-same')
  @HttpCode(200)
  @Allow('story.group')
  async notSame(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(notSame)) wish: z.infer<typeof notSame>,
  ) {
    await this.parting.part(person, id, wish);
    return this.reader.view(person, id);
  }

  private async carryOut(person: Person, id: string, version: number | undefined, move: Move, joinsStories = false) {
    await this.moves.carryOut(id, person, version, move, joinsStories);
    return this.reader.view(person, id);
  }
}
