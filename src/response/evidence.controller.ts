import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Allow, CurrentPerson } from '../access/allow.js';
import { INERT_HEADERS } from '../access/inert.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { EVIDENCE_HEADERS } from '../contract/evidence.js';
import {
  correctEvidence,
  type CorrectEvidence,
  withdrawEvidence,
  type WithdrawEvidence,
} from '../contract/evidence-correction.js';
import type { Person } from '../contract/session.js';
import { IncidentReader } from '../incidents/incident-reader.js';
import { IncidentMoves } from '../incidents/moves.js';
import { Settings } from '../settings/settings.js';
import { correctMove, withdrawn } from './change-evidence.js';
import { keptPage } from './links/kept-page.js';

/** What was recorded wrongly or taken back, and the copy of what it points to. */
@Controller('incidents/:id/evidence/:evidence')
export class EvidenceController {
  constructor(
    private readonly db: DataSource,
    private readonly moves: IncidentMoves,
    private readonly reader: IncidentReader,
    private readonly settings: Settings,
  ) {}

  @Post('correction')
  @HttpCode(200)
  @Allow('evidence.record')
  async correct(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidence', ParseUUIDPipe) evidence: string,
    @Body(new ZodPipe(correctEvidence)) wish: CorrectEvidence,
  ) {
    await this.moves.carryOut(id, person, wish.version, correctMove(this.settings.policy, evidence, wish));
    return this.reader.view(person, id);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Allow('evidence.record')
  async withdraw(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidence', ParseUUIDPipe) evidence: string,
    @Body(new ZodPipe(withdrawEvidence)) { version, reason }: WithdrawEvidence,
  ) {
    await this.moves.carryOut(id, person, version, withdrawn(this.settings.policy, evidence, reason));
    return this.reader.view(person, id);
  }

  @Get('page')
  @Allow('board.read')
  async page(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidence', ParseUUIDPipe) evidence: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { sha256, url, fetchedAt, body } = await keptPage(this.db.manager, person, id, evidence);
    response.set({
      ...INERT_HEADERS,
      'content-disposition': `attachment; filename="page-${sha256.slice(0, 16)}.html"`,
      [EVIDENCE_HEADERS.sha256]: sha256,
      [EVIDENCE_HEADERS.fetchedAt]: fetchedAt.toISOString(),
      [EVIDENCE_HEADERS.url]: new URL(url).href,
    });
    return new StreamableFile(body);
  }
}
