import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type IncidentQuery, incidentQuery, type RegisterFilter, registerFilter } from '../../contract/register.js';
import type { Person } from '../../contract/session.js';
import { RegisterExport } from './register-export.js';
import { RegisterReader } from './register-reader.js';

/** 事件台账. */
@Controller('incidents')
export class RegisterController {
  constructor(
    private readonly register: RegisterReader,
    private readonly exports: RegisterExport,
  ) {}

  @Get()
  @Allow('board.read')
  list(@CurrentPerson() person: Person, @Query(new ZodPipe(incidentQuery)) query: IncidentQuery) {
    return this.register.page(person, query);
  }

  @Post('exports')
  @HttpCode(200)
  @Allow('incident.export')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="huiying-incidents.csv"')
  export(@CurrentPerson() person: Person, @Body(new ZodPipe(registerFilter)) filter: RegisterFilter): Promise<string> {
    return this.exports.csv(person, filter);
  }
}
