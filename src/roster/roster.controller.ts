import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import {
  type CancelShift,
  cancelShift,
  type PlanShift,
  planShift,
  type RosterQuery,
  rosterQuery,
} from '../contract/roster.js';
import type { Person } from '../contract/session.js';
import { RosterReader } from './roster-reader.js';
import { ShiftPlan } from './shift-plan.js';

/** 值班表 · who stands on duty when. */
@Controller('roster')
export class RosterController {
  constructor(
    private readonly reader: RosterReader,
    private readonly plan: ShiftPlan,
  ) {}

  @Get()
  @Allow('roster.read')
  view(@Query(new ZodPipe(rosterQuery)) query: RosterQuery, @CurrentPerson() person: Person) {
    return this.reader.view(person, query);
  }

  @Get('now')
  @Allow('roster.read')
  async now() {
    return { items: await this.reader.onDuty() };
  }

  @Post('shifts')
  @Allow('roster.edit')
  create(@Body(new ZodPipe(planShift)) wanted: PlanShift, @CurrentPerson() by: Person) {
    return this.plan.plan(by, wanted);
  }

  @Post('shifts/:id/cancel')
  @HttpCode(200)
  @Allow('roster.edit')
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(cancelShift)) { reason }: CancelShift,
    @CurrentPerson() by: Person,
  ) {
    return this.plan.cancel(by, id, reason);
  }
}
