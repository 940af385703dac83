import { Body, Controller, Get, Patch } from '@nestjs/common';
import { Allow, CurrentPerson, SignedIn } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { type OfficeOptions, officeOptions } from '../contract/office-options.js';
import type { Person } from '../contract/session.js';
import { OfficeOptionsService } from './office-options.service.js';

@Controller('office-options')
export class OfficeOptionsController {
  constructor(private readonly options: OfficeOptionsService) {}

  @Get()
  @SignedIn()
  read(): Promise<OfficeOptions> {
    return this.options.read();
  }

  @Patch()
  @Allow('office.set')
  set(@Body(new ZodPipe(officeOptions)) wanted: OfficeOptions, @CurrentPerson() by: Person): Promise<OfficeOptions> {
    return this.options.set(wanted, by.id);
  }
}
