import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import {
  legalHold,
  type LegalHold,
  type PersonalDataPage,
  type PersonalDataQuery,
  personalDataQuery,
  type PurgeCasePage,
  type PurgeCaseQuery,
  purgeCaseQuery,
} from '../../contract/personal-data.js';
import type { Person } from '../../contract/session.js';
import { IncidentReader } from '../../incidents/incident-reader.js';
import { IncidentMoves } from '../../incidents/moves.js';
import { legalHoldMove } from './legal-hold.js';
import { PersonalData } from './personal-data.js';

/** What was purged of personal data, what would be, and what is held. */
@Controller()
export class PersonalDataController {
  constructor(
    private readonly personal: PersonalData,
    private readonly moves: IncidentMoves,
    private readonly reader: IncidentReader,
  ) {}

  @Get('personal-data')
  @Allow('personal_data.read')
  page(@Query(new ZodPipe(personalDataQuery)) { before }: PersonalDataQuery): Promise<PersonalDataPage> {
    return this.personal.page(before);
  }

  @Get('personal-data/cases')
  @Allow('personal_data.read')
  cases(
    @CurrentPerson() person: Person,
    @Query(new ZodPipe(purgeCaseQuery)) query: PurgeCaseQuery,
  ): Promise<PurgeCasePage> {
    return this.personal.cases(person, query);
  }

  @Post('incidents/:id/legal-hold')
  @HttpCode(200)
  @Allow('incident.hold')
  async hold(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(legalHold)) wish: LegalHold,
  ) {
    await this.moves.carryOut(id, person, wish.version, legalHoldMove(wish));
    return this.reader.view(person, id);
  }
}
