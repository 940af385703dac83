import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type IntakeView, type IntakeWithSecret, newIntake, type NewIntake } from '../../contract/intake.js';
import type { Person } from '../../contract/session.js';
import { Intakes } from './intakes.service.js';

/** Which monitoring services may send us articles. */
@Controller('intakes')
export class IntakesController {
  constructor(private readonly intakes: Intakes) {}

  @Get()
  @Allow('intake.manage')
  async list(): Promise<{ items: IntakeView[] }> {
    return { items: await this.intakes.list() };
  }

  @Post()
  @Allow('intake.manage')
  add(@Body(new ZodPipe(newIntake)) wanted: NewIntake, @CurrentPerson() by: Person): Promise<IntakeWithSecret> {
    return this.intakes.add(wanted, by);
  }

  @Post(':id/secret')
  @HttpCode(200)
  @Allow('intake.manage')
  renewSecret(@Param('id') id: string, @CurrentPerson() by: Person): Promise<IntakeWithSecret> {
    return this.intakes.renewSecret(id, by);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('intake.manage')
  revoke(@Param('id') id: string, @CurrentPerson() by: Person): Promise<IntakeView> {
    return this.intakes.revoke(id, by);
  }
}
