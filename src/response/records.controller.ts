import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import {
  closing,
  type Closing,
  editing,
  makeRecord,
  type MakeRecord,
  RECORD_BODIES,
} from '../contract/records/record.js';
import type { Person } from '../contract/session.js';
import { RECORD_KINDS, type RecordKind } from '../domain/lifecycle/record-kind.js';
import { IncidentMoves, type Move } from '../incidents/moves.js';
import { Settings } from '../settings/settings.js';
import { archiveMove, closeMove, reopenMove } from './close-case.js';
import { Editors } from './editors.js';
import { recordMove } from './make-record.js';
import { WorkspaceReader } from './workspace-reader.js';

/** The work on a case: what is on record, and its end. */
@Controller('incidents/:id')
export class RecordsController {
  constructor(
    private readonly reader: WorkspaceReader,
    private readonly moves: IncidentMoves,
    private readonly editors: Editors,
    private readonly settings: Settings,
  ) {}

  @Get('workspace')
  @Allow('board.read')
  view(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string) {
    return this.reader.view(person, id);
  }

  @Post('records/:kind')
  @Allow('record.make')
  record(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', new ZodPipe(z.enum(RECORD_KINDS))) kind: RecordKind,
    @Body(new ZodPipe(makeRecord)) { version, body, supersedes, reason }: MakeRecord,
  ) {
    const correction = supersedes !== undefined && reason !== undefined ? { supersedes, reason } : null;
    const read = new ZodPipe(RECORD_BODIES[kind] as z.ZodType as z.ZodType<never>).transform(body);
    return this.carryOut(person, id, version, recordMove(this.settings, kind, read, correction));
  }

  @Post('editing')
  @HttpCode(204)
  @Allow('record.make')
  editing(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(editing)) { open }: z.infer<typeof editing>,
  ) {
    return this.editors.say(person, id, open);
  }

  @Post('close')
  @HttpCode(200)
  @Allow('incident.close')
  close(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(closing)) { version, reason }: Closing,
  ) {
    return this.carryOut(person, id, version, closeMove(this.settings.policy, reason));
  }

  @Post('archive')
  @HttpCode(200)
  @Allow('incident.close')
  archive(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(closing)) { version, reason }: Closing,
  ) {
    return this.carryOut(person, id, version, archiveMove(this.settings.policy, reason));
  }

  @Post('reopen')
  @HttpCode(200)
  @Allow('incident.close')
  reopen(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(closing)) { version, reason }: Closing,
  ) {
    return this.carryOut(person, id, version, reopenMove(this.settings.policy, reason));
  }

  private async carryOut(person: Person, id: string, version: number | undefined, move: Move) {
    await this.moves.carryOut(id, person, version, move);
    return this.reader.view(person, id);
  }
}
