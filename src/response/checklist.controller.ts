import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { type CheckItem, checkItem } from '../contract/records/checklist.js';
import type { Person } from '../contract/session.js';
import { IncidentMoves } from '../incidents/moves.js';
import { checkMove } from './conference-checklist.js';
import { CasePapers } from './papers-of-case.js';
import { WorkspaceReader } from './workspace-reader.js';

/** 新闻发布会清单. */
@Controller('incidents/:id')
export class ChecklistController {
  constructor(
    private readonly moves: IncidentMoves,
    private readonly reader: WorkspaceReader,
    private readonly papers: CasePapers,
  ) {}

  @Post('conference-checklist')
  @HttpCode(200)
  @Allow('record.answer')
  async check(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(checkItem)) wish: CheckItem,
  ) {
    await this.moves.carryOut(id, person, undefined, checkMove(this.papers.checklist, wish));
    return this.reader.view(person, id);
  }
}
